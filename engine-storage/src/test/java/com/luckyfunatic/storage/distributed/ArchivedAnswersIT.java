package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.id.SnowflakeIds;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.redis.RedisPlayers;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.CommandType;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long Redis has answers, and that they are given when it has let them go. */
@WithRedis
@WithMySql
@WithCassandra
@Timeout(120)
class ArchivedAnswersIT {
    private static final AdjustBalance GIFT = new AdjustBalance(Currency.JOKERS, 5, "test");
    private static final AdjustBalance FINE = new AdjustBalance(Currency.JOKERS, -50, "test");
    private static final OperationId ONCE = new OperationId("once");
    private static final String MORTAL = "mortal";

    private final RedisAddress redis;
    private final MySqlAddress mySql;
    private final CassandraAddress cassandra;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final DistributedStorage storage;
    private final DistributedStorage other;
    private final GameEngine engine;
    private final InstantSource clock = InstantSource.system();
    private PlayerId player;

    ArchivedAnswersIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        this.redis = redis;
        this.mySql = mySql;
        this.cassandra = cassandra;
        DistributedSettings settings = TestDatabases.on(redis, mySql, cassandra);
        client = RedisClient.create(redis.uri());
        connection = client.connect();
        storage = DistributedStorage.open(settings, clock);
        other = DistributedStorage.open(settings, clock);
        engine = GameEngine.on(storage, TestCatalogs.full());
    }

    @BeforeEach
    void join() {
        player = engine.logIn(TelegramAccount.of(System.nanoTime(), "Ann"), null).profile().id();
    }

    @AfterEach
    void close() {
        other.close();
        storage.close();
        connection.close();
        client.close();
    }

    private String key(OperationId operation) {
        return connection
                .sync()
                .keys(redis.prefix() + "*:op:" + player + ":" + operation.value())
                .getFirst();
    }

    private Duration left(OperationId operation) {
        return Duration.ofMillis(connection.sync().pttl(key(operation)));
    }

    /** As if its time were over. */
    private void expire(OperationId operation) {
        assertThat(connection.sync().del(key(operation))).isOne();
    }

    /** Returns what a process opens that Redis stops whenever it wants an answer to go. */
    private DistributedSettings mortal() {
        connection
                .sync()
                .aclSetuser(
                        MORTAL,
                        new AclSetuserArgs()
                                .on()
                                .addPassword(MORTAL)
                                .allKeys()
                                .allChannels()
                                .allCommands()
                                .removeCommand(CommandType.PEXPIRE));
        URI own = URI.create(redis.uri());
        String uri = "redis://%1$s:%1$s@%2$s:%3$d".formatted(MORTAL, own.getHost(), own.getPort());
        return TestDatabases.on(new RedisAddress(uri, redis.prefix()), mySql, cassandra);
    }

    /** As if Redis had lost something of the player's partition. */
    private void raiseGeneration() {
        String operation = key(ONCE);
        String partition = operation.substring(0, operation.indexOf(":op:"));
        assertThat(connection.sync().del(partition + ":generation")).isOne();
        assertThat(engine.player(player)).isPresent();
    }

    private static void passOnce(DistributedStorage storage) {
        StorageJob drain =
                storage.workers().jobs().stream()
                        .filter(job -> job.kind() == JobKind.DRAIN_JOURNALS)
                        .findFirst()
                        .orElseThrow();
        for (int share = 0; share < drain.shares(); share++) {
            drain.work(share);
        }
    }

    private long jokers() {
        return engine.player(player).orElseThrow().wallet().jokers();
    }

    @Test
    void answers_that_mysql_has_are_kept_in_redis_for_minutes_and_all_others_for_a_day() {
        OperationId tap = new OperationId("tap");
        OperationId fine = new OperationId("fine");
        engine.execute(player, ONCE, GIFT);
        engine.execute(player, tap, new Tap(1));
        engine.execute(player, fine, FINE);
        assertThat(left(ONCE)).isGreaterThan(Duration.ofHours(24));
        assertThat(left(tap)).isGreaterThan(Duration.ofHours(24));

        storage.workers().finish();

        assertThat(left(ONCE)).isPositive().isLessThanOrEqualTo(RedisPlayers.ARCHIVED_ANSWER_KEPT);
        assertThat(left(tap)).isPositive().isLessThanOrEqualTo(RedisPlayers.ARCHIVED_ANSWER_KEPT);
        assertThat(left(fine)).as("only Redis has it").isGreaterThan(Duration.ofHours(24));
    }

    @Test
    void whoever_dies_before_the_answers_of_a_batch_may_go_has_left_it_in_the_journal() {
        engine.execute(player, ONCE, GIFT);
        try (DistributedStorage mortal = DistributedStorage.open(mortal(), clock)) {
            assertThatThrownBy(mortal.workers()::archive)
                    .isInstanceOf(StorageUnavailableException.class);
            assertThat(mortal.workers().work().archived()).as("MySQL has it").isPositive();
        } finally {
            connection.sync().aclDeluser(MORTAL);
        }
        assertThat(left(ONCE)).isGreaterThan(Duration.ofHours(24));

        storage.workers().archive();

        assertThat(left(ONCE)).isPositive().isLessThanOrEqualTo(RedisPlayers.ARCHIVED_ANSWER_KEPT);
    }

    @Test
    void no_answer_of_a_batch_that_is_out_of_date_may_go() {
        storage.workers().archive();
        engine.execute(player, ONCE, GIFT);
        raiseGeneration();
        long archived = storage.workers().work().archived();

        passOnce(storage);

        assertThat(storage.workers().work().archived()).as("out of date").isEqualTo(archived);
        assertThat(left(ONCE)).isGreaterThan(Duration.ofHours(24));

        passOnce(storage);

        assertThat(storage.workers().work().archived()).isGreaterThan(archived);
        assertThat(left(ONCE)).isPositive().isLessThanOrEqualTo(RedisPlayers.ARCHIVED_ANSWER_KEPT);
    }

    @Test
    void a_repeat_after_that_is_answered_as_the_first_time_and_changes_nothing() {
        OperationId tap = new OperationId("tap");
        Answer gift = engine.execute(player, ONCE, GIFT);
        Answer tapped = engine.execute(player, tap, new Tap(1));
        engine.execute(player, new Tap(1));
        storage.workers().finish();
        expire(ONCE);
        expire(tap);
        long sequence = engine.player(player).orElseThrow().sequence();

        Answer giftAgain = engine.execute(player, ONCE, GIFT);
        Answer tappedAgain = engine.execute(player, tap, new Tap(1));

        assertThat(giftAgain).isEqualTo(gift.asRepeat());
        assertThat(tappedAgain).isEqualTo(tapped.asRepeat());
        assertThat(storage.players().operation(player, ONCE)).isEqualTo(Optional.of(giftAgain));
        assertThat(engine.execute(player, ONCE, FINE).outcome())
                .isInstanceOf(Outcome.OperationIdReused.class);
        assertThat(engine.player(player).orElseThrow().sequence()).isEqualTo(sequence);
    }

    /** A server stops for as long as Redis keeps an answer, right before it commits. */
    @Test
    void an_operation_that_another_server_finished_meanwhile_is_not_carried_out_again() {
        CommandHandler rules =
                new RuleHandler(
                        TestCatalogs.full(),
                        Seeds.random(1),
                        new SnowflakeIds(1_000, clock, storage.greatestId())::next);
        boolean[] hasStopped = {false};
        CommandHandler stopping =
                (state, envelope) -> {
                    if (!hasStopped[0]) {
                        hasStopped[0] = true;
                        other.players().execute(once(GIFT), rules);
                        other.workers().finish();
                        expire(ONCE);
                    }
                    return rules.handle(state, envelope);
                };

        Answer answer = storage.players().execute(once(GIFT), stopping);

        assertThat(answer.repeated()).isTrue();
        assertThat(jokers()).isEqualTo(GIFT.delta());
    }

    private CommandEnvelope once(Command command) {
        return new CommandEnvelope(player, ONCE, clock.millis(), Actor.Player.SELF, command);
    }
}
