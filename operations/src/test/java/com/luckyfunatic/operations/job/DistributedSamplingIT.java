package com.luckyfunatic.operations.job;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.operations.AwaitedAdmission;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Damage in each of the databases is found while the game is played on them. */
@WithRedis
@WithMySql
@WithCassandra
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class DistributedSamplingIT {
    private static final int PLAYERS = 5;
    private static final int TAP = 4;

    private final List<PlayerId> players = new ArrayList<>();
    private final RedisAddress redis;
    private final DistributedStorage storage;
    private final GameEngine engine;
    private final CqlSession cql;
    private SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private long accounts;

    DistributedSamplingIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        this.redis = redis;
        storage =
                DistributedStorage.open(
                        DistributedSettings.of(
                                        RedisSettings.single(redis.uri()),
                                        MySqlSettings.of(mySql.jdbcUrl(), "", ""),
                                        ScyllaSettings.at(
                                                        List.of(cassandra.contactPoint()),
                                                        cassandra.dataCenter(),
                                                        cassandra.keyspace())
                                                .creatingKeyspace(1))
                                .withKeyPrefix(redis.prefix())
                                .withAuditSync(Duration.ZERO),
                        InstantSource.system());
        engine = GameEngine.on(storage, TestCatalogs.full());
        cql = cassandra.connect();
    }

    @AfterAll
    void close() {
        cql.close();
        storage.close();
    }

    /** What the audit has for good, and some more on top of it that waits in the journals. */
    @BeforeEach
    void play() {
        registry = new SimpleMeterRegistry();
        players.clear();
        while (players.size() < PLAYERS) {
            players.add(engine.logIn(TelegramAccount.of(++accounts, "Ann"), null).profile().id());
        }
        play("early");
        storage.workers().finish();
        play("late");
    }

    private void play(String name) {
        for (PlayerId each : players) {
            engine.execute(each, new Tap(1));
            engine.execute(
                    each, new OperationId(name), new AdjustBalance(Currency.JOKERS, 2, "test"));
            engine.execute(each, new Tap(1));
        }
    }

    /** One round, in which each of the players is drawn. */
    private void sample() {
        SampleConservation job = new SampleConservation(registry, new DrawnInTurn(players));

        assertThat(job.run(engine, Job.Progress.NONE)).isEqualTo(players.size());
    }

    private @Nullable Ban ban(PlayerId player) {
        return AwaitedAdmission.of(storage.admissions(), player).ban();
    }

    private double count(String name) {
        return registry.get("game.conservation." + name).counter().count();
    }

    private void damageState(PlayerId player) {
        String key =
                redis.prefix()
                        + "{p%03d}:player:%s".formatted(Partitions.STANDARD.of(player), player);
        try (RedisClient client = RedisClient.create(redis.uri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            String[] numbers = connection.sync().hget(key, "n").split(" ", -1);
            numbers[2] = "999"; // jokers
            connection.sync().hset(key, "n", String.join(" ", numbers));
        }
    }

    private Row change(PlayerId player, long sequence) {
        return requireNonNull(
                cql.execute(
                                "SELECT day, change_id, document FROM state_change"
                                        + " WHERE player_id = ? AND sequence = ? ALLOW FILTERING",
                                player.value(),
                                sequence)
                        .one());
    }

    private static LocalDate day(Row change) {
        return requireNonNull(change.getLocalDate("day"));
    }

    private void damageChange(PlayerId player, long sequence) {
        Row row = change(player, sequence);
        String document = requireNonNull(row.getString("document"));
        String damaged = document.replaceFirst("(\"walletAfter\":.*\"jokers\":)\\d+", "$1999");
        assertThat(damaged).isNotEqualTo(document);
        cql.execute(
                "UPDATE state_change SET document = ?"
                        + " WHERE player_id = ? AND day = ? AND sequence = ? AND change_id = ?",
                damaged,
                player.value(),
                day(row),
                sequence,
                row.getLong("change_id"));
    }

    private void loseChange(PlayerId player, long sequence) {
        cql.execute(
                "DELETE FROM state_change WHERE player_id = ? AND day = ? AND sequence = ?",
                player.value(),
                day(change(player, sequence)),
                sequence);
    }

    @Test
    void players_who_add_up_are_left_alone() {
        sample();

        assertThat(players).allMatch(each -> ban(each) == null);
        assertThat(count("checked")).isEqualTo(PLAYERS);
        assertThat(count("mismatches")).isZero();
        assertThat(count("frozen")).isZero();
    }

    @Test
    void who_does_not_add_up_is_frozen_once() {
        damageState(players.get(1));
        damageChange(players.get(2), TAP);
        loseChange(players.get(3), TAP);

        sample();
        sample();

        for (PlayerId each : players.subList(1, 3)) {
            Ban ban = requireNonNull(ban(each), each::toString);
            assertThat(ban.actor()).isEqualTo(SampleConservation.ACTOR);
            assertThat(ban.isForEver()).isTrue();
            assertThat(ban.reason()).startsWith("the books do not add up: player " + each);
        }
        assertThat(ban(players.get(3)))
                .as("what is lost is told, and nobody is frozen for it")
                .isNull();
        assertThat(ban(players.getFirst())).isNull();
        assertThat(ban(players.getLast())).isNull();
        assertThat(count("checked")).isEqualTo(2 * PLAYERS);
        assertThat(count("mismatches")).isEqualTo(6);
        assertThat(count("frozen")).isEqualTo(2);
    }

    @Test
    void more_than_a_few_at_once_are_left_to_people() {
        players.forEach(this::damageState);

        sample();

        assertThat(players).allMatch(each -> ban(each) == null);
        assertThat(count("mismatches")).isEqualTo(PLAYERS);
        assertThat(count("frozen")).isZero();
    }
}
