package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.PastStates;
import com.luckyfunatic.engine.PastStates.Past;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.redis.Partitions;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a player had is found in whichever database the changes are by now. */
@WithRedis
@WithMySql
@WithCassandra
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistributedPastStatesIT {
    private static final int PARTITIONS = 8;
    private static final int ROUNDS = 6;

    private final SettableClock clock = new SettableClock();
    private final List<PlayerState> states = new ArrayList<>();
    private final RedisAddress redis;
    private final MySqlAddress mySql;
    private final DistributedStorage storage;
    private final GameEngine engine;
    private final PastStates past;
    private final CqlSession cql;

    private PlayerId player = new PlayerId(1);
    private long began;
    private long accounts;

    DistributedPastStatesIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        this.redis = redis;
        this.mySql = mySql;
        storage = DistributedStorage.open(TestDatabases.on(redis, mySql, cassandra), clock);
        engine = GameEngine.on(storage, TestCatalogs.full());
        past = new PastStates(storage.players());
        cql = cassandra.connect();
    }

    @AfterAll
    void close() {
        cql.close();
        storage.close();
    }

    @BeforeEach
    void join() {
        states.clear();
        began = clock.millis();
        player = engine.logIn(TelegramAccount.of(++accounts, "Ann"), null).profile().id();
        remember();
        play();
    }

    /** Soft and hard changes over some days, some of them at one moment. */
    private void play() {
        for (int i = 0; i < ROUNDS; i++) {
            clock.advance(Duration.ofHours(i % 3 * 4L));
            engine.execute(player, new Tap(1));
            remember();
            engine.execute(
                    player,
                    new OperationId("gift" + states.size()),
                    new AdjustBalance(Currency.JOKERS, i + 1, "test"));
            remember();
        }
    }

    private void remember() {
        states.add(storage.players().find(player).orElseThrow());
    }

    private long changes() {
        return states.getLast().sequence();
    }

    /** Removes from the archive what is there and in the audit for good, by going on in time. */
    private void cleanArchive() {
        clock.advance(Duration.ofDays(3));
        storage.workers().jobs().stream()
                .filter(job -> job.kind() == JobKind.CLEAN_ARCHIVE)
                .forEach(job -> job.finish(_ -> {}));
    }

    private void assertAllAreRebuilt() {
        for (PlayerState each : states) {
            assertRebuilt(each.changedAtMillis());
            assertRebuilt(each.changedAtMillis() + 1);
        }
        assertRebuilt(clock.millis() + 1);
        assertThat(past.at(player, began - 1)).isEqualTo(new Past.BeforeFirst(began));
    }

    private void assertRebuilt(long atMillis) {
        PlayerState last =
                states.stream()
                        .filter(each -> each.changedAtMillis() <= atMillis)
                        .max(Comparator.comparingLong(PlayerState::sequence))
                        .orElseThrow();
        assertThat(past.at(player, atMillis))
                .isInstanceOfSatisfying(
                        Past.Whole.class,
                        whole -> {
                            assertThat(whole.state()).isEqualTo(last);
                            assertThat(whole.last().sequence()).isEqualTo(last.sequence());
                        });
    }

    private long inJournal() {
        String key = redis.prefix() + "{p%03d}:journal".formatted(partition());
        try (RedisClient client = RedisClient.create(redis.uri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            return connection.sync().xrange(key, Range.unbounded()).stream()
                    .filter(entry -> player.toString().equals(entry.getBody().get("p")))
                    .count();
        }
    }

    private int partition() {
        return new Partitions(PARTITIONS).of(player);
    }

    private long archivedBatches() throws SQLException {
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT count(*) FROM change_archive WHERE partition_number = "
                                        + partition())) {
            row.next();
            return row.getLong(1);
        }
    }

    private long inAudit() {
        return cql.execute(
                        "SELECT sequence FROM state_change WHERE player_id = ? ALLOW FILTERING",
                        player.value())
                .all()
                .size();
    }

    @Test
    void what_waits_in_the_journal_counts() {
        assertThat(inJournal()).isEqualTo(changes());
        assertThat(inAudit()).isZero();

        assertAllAreRebuilt();
    }

    @Test
    void what_is_archived_counts_before_the_audit_has_it() throws SQLException {
        storage.workers().archive();
        assertThat(inJournal()).isZero();
        assertThat(archivedBatches()).isPositive();
        assertThat(inAudit()).isZero();

        assertAllAreRebuilt();
    }

    @Test
    void what_only_the_audit_has_counts_also_of_a_player_who_is_in_redis_no_more()
            throws SQLException {
        storage.workers().finish();
        cleanArchive();
        storage.workers().evict(Duration.ZERO);
        assertThat(inJournal()).isZero();
        assertThat(archivedBatches()).isZero();
        assertThat(inAudit()).isEqualTo(changes());

        assertAllAreRebuilt();
    }

    @Test
    void a_part_in_each_database_makes_one_history() throws SQLException {
        storage.workers().finish();
        cleanArchive();
        assertThat(archivedBatches()).isZero();
        play();
        storage.workers().archive();
        assertThat(archivedBatches()).isPositive();
        assertThat(inJournal()).isZero();
        long before = changes();
        play();
        assertThat(inJournal()).isEqualTo(changes() - before);
        assertThat(inAudit()).isLessThan(before);

        assertAllAreRebuilt();
    }

    @Test
    void a_row_that_the_audit_has_lost_makes_no_past() {
        storage.workers().finish();
        cleanArchive();
        PlayerState middle = states.get(states.size() / 2);
        cql.execute(
                "DELETE FROM state_change WHERE player_id = ? AND day = ? AND sequence = ?",
                player.value(),
                day(middle),
                middle.sequence());

        assertThatThrownBy(() -> past.at(player, clock.millis()))
                .isInstanceOf(StorageCorruptException.class)
                .hasMessageContaining("change " + middle.sequence() + " of player " + player);
    }

    @Test
    void of_a_history_whose_first_days_are_gone_the_balances_are_known() {
        storage.workers().finish();
        cleanArchive();
        LocalDate first = day(states.getFirst());
        cql.execute(
                "DELETE FROM state_change WHERE player_id = ? AND day = ?", player.value(), first);
        PlayerState oldest =
                states.stream().filter(each -> !day(each).equals(first)).findFirst().orElseThrow();
        PlayerState last = states.getLast();

        assertThat(past.at(player, began))
                .isEqualTo(new Past.NoLongerKept(oldest.changedAtMillis()));
        assertThat(past.at(player, last.changedAtMillis()))
                .isInstanceOfSatisfying(
                        Past.BalancesOnly.class,
                        known -> {
                            assertThat(known.last().walletAfter()).isEqualTo(last.wallet());
                            assertThat(known.keptFromMillis()).isEqualTo(oldest.changedAtMillis());
                        });
    }

    private static LocalDate day(PlayerState state) {
        return Instant.ofEpochMilli(state.changedAtMillis()).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
