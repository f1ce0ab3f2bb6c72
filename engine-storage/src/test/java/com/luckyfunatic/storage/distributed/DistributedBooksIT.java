package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.codec.ChangeDocument;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.verify.ConservationCheck;
import com.luckyfunatic.storage.verify.ConservationReport;
import com.luckyfunatic.storage.verify.Mismatch;
import com.luckyfunatic.storage.verify.Mismatch.Kind;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Damages each of the databases, and sees it found. */
@WithRedis
@WithMySql
@WithCassandra
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistributedBooksIT {
    private static final int PURCHASES = 5;
    private static final AtomicLong ACCOUNTS = new AtomicLong(5_000);

    private final RedisAddress redis;
    private final MySqlAddress mySql;
    private final DistributedStorage storage;
    private final GameEngine engine;
    private final CqlSession cql;

    private PlayerId player;
    private List<StateChange> changes = List.of();

    DistributedBooksIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        this.redis = redis;
        this.mySql = mySql;
        storage =
                DistributedStorage.open(
                        TestDatabases.on(redis, mySql, cassandra), InstantSource.system());
        engine = GameEngine.on(storage, TestCatalogs.full());
        cql = cassandra.connect();
    }

    @AfterAll
    void close() {
        cql.close();
        storage.close();
    }

    @BeforeEach
    void play() {
        player = engine.logIn(account(), null).profile().id();
        for (int i = 0; i < PURCHASES; i++) {
            engine.execute(player, new Tap(1));
            engine.execute(
                    player,
                    new OperationId("buy" + i),
                    new AdjustBalance(Currency.JOKERS, 2, "test"));
        }
        engine.execute(player, new AdjustBalance(Currency.FUNZ, 2, "unnamed"));
        engine.execute(player, new Tap(1));
        storage.workers().finish();
        changes = storage.players().history(player, Long.MAX_VALUE, Page.LIMIT_MAX).items();
    }

    private static TelegramAccount account() {
        return TelegramAccount.of(ACCOUNTS.incrementAndGet(), "Ann");
    }

    private List<Mismatch> check() {
        List<Mismatch> found = new ArrayList<>();
        var _ = ConservationCheck.of(storage.books()).run(Set.of(player), found::add);
        return found;
    }

    private void checkFinds(Kind... kinds) {
        List<Mismatch> found = check();
        assertThat(found).extracting(Mismatch::kind).containsExactlyInAnyOrder(kinds);
        assertThat(found).extracting(Mismatch::player).containsOnly(player);
    }

    private void damageMySql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql.replace("PLAYER", player.toString())))
                    .as(sql)
                    .isPositive();
        }
    }

    private static LocalDate day(StateChange change) {
        return Instant.ofEpochMilli(change.atMillis()).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private void deleteFromAudit(StateChange change) {
        cql.execute(
                "DELETE FROM state_change WHERE player_id = ? AND day = ? AND sequence = ?",
                player.value(),
                day(change),
                change.sequence());
    }

    private StateChange change(long sequence) {
        return changes.get(changes.size() - (int) sequence);
    }

    @Test
    void what_is_sound_is_clean_from_the_first_change_on() {
        List<Mismatch> found = new ArrayList<>();
        List<String> progress = new ArrayList<>();

        ConservationReport report =
                ConservationCheck.of(storage.books())
                        .run((done, of) -> progress.add(done + " of " + of), found::add);

        assertThat(found).filteredOn(each -> each.player().equals(player)).isEmpty();
        assertThat(report.players()).isPositive();
        assertThat(report.changes()).isGreaterThanOrEqualTo(changes.size());
        assertThat(report.operations()).isGreaterThan(PURCHASES);
        assertThat(progress).hasSize((int) report.players());
        assertThat(progress.getLast()).isEqualTo(report.players() + " of " + report.players());
    }

    @Test
    void what_is_not_drained_yet_is_clean_too() {
        engine.execute(player, new Tap(1));
        engine.execute(
                player, new OperationId("more"), new AdjustBalance(Currency.JOKERS, 2, "test"));
        engine.execute(player, new Tap(1));

        assertThat(check()).isEmpty();
    }

    @Test
    void an_edited_balance_in_a_snapshot_is_found() throws SQLException {
        damageMySql(
                """
                UPDATE player_snapshot SET state = json_set(state, '$.wallet.jokers', 999)
                WHERE player_id = PLAYER
                """);

        checkFinds(Kind.SNAPSHOT);
    }

    @Test
    void an_edited_balance_in_redis_is_found() {
        String key =
                redis.prefix()
                        + "{p%03d}:player:%s".formatted(new Partitions(8).of(player), player);
        try (RedisClient client = RedisClient.create(redis.uri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            String[] numbers = connection.sync().hget(key, "n").split(" ", -1);
            numbers[2] = "999"; // jokers
            connection.sync().hset(key, "n", String.join(" ", numbers));
        }

        checkFinds(Kind.STATE);
    }

    @Test
    void a_change_that_is_archived_is_not_missed_before_the_audit_has_it() {
        PlayerId another = engine.logIn(account(), null).profile().id();
        engine.execute(
                another, new OperationId("buy"), new AdjustBalance(Currency.JOKERS, 2, "test"));
        storage.workers().archive();
        engine.execute(another, new Tap(1));
        player = another;

        assertThat(check()).isEmpty();
    }

    @Test
    void an_operation_that_is_lost_before_the_audit_has_its_change_is_found() throws SQLException {
        player = engine.logIn(account(), null).profile().id();
        engine.execute(
                player, new OperationId("buy"), new AdjustBalance(Currency.JOKERS, 2, "test"));
        storage.workers().archive();
        damageMySql("DELETE FROM operation WHERE player_id = PLAYER AND operation_id = 'buy'");

        checkFinds(Kind.OPERATION_MISSING);
    }

    @Test
    void a_snapshot_that_cannot_be_understood_is_found() throws SQLException {
        damageMySql(
                """
                UPDATE player_snapshot SET state = json_set(state, '$.wallet.jokers', -1)
                WHERE player_id = PLAYER
                """);

        checkFinds(Kind.UNREADABLE);
    }

    @Test
    void a_missing_row_of_the_audit_is_found_wherever_it_was() {
        deleteFromAudit(changes.get(3)); // a tap
        checkFinds(Kind.GAP);

        play();
        deleteFromAudit(changes.get(2)); // a purchase
        checkFinds(Kind.GAP, Kind.CHANGE_MISSING);

        play();
        deleteFromAudit(changes.getFirst());
        checkFinds(Kind.GAP);

        play();
        deleteFromAudit(change(1));
        checkFinds(Kind.GAP);
    }

    @Test
    void a_day_that_the_index_has_lost_is_found() {
        cql.execute(
                "DELETE FROM player_day WHERE player_id = ? AND audit_table = 'state_change'",
                player.value());

        assertThat(check()).extracting(Mismatch::kind).contains(Kind.GAP);
    }

    @Test
    void two_rows_for_one_sequence_are_found() {
        StateChange change = change(3);
        cql.execute(
                "INSERT INTO state_change"
                        + " (player_id, day, sequence, change_id, at, epoch, format, document)"
                        + " VALUES (?, ?, ?, ?, ?, 7, 1, ?)",
                player.value(),
                day(change),
                change.sequence(),
                change.id() + 1,
                Instant.ofEpochMilli(change.atMillis()),
                new GameCodec().write(ChangeDocument.of(change)));

        checkFinds(Kind.DUPLICATE);
    }

    @Test
    void a_lost_operation_is_found() throws SQLException {
        damageMySql("DELETE FROM operation WHERE player_id = PLAYER AND operation_id = 'buy1'");

        checkFinds(Kind.OPERATION_MISSING);
    }

    @Test
    void an_operation_without_its_change_is_found() throws SQLException {
        damageMySql(
                """
                INSERT INTO operation (player_id, operation_id, change_id, sequence, fingerprint,
                    answer, at_millis, lasting)
                SELECT player_id, 'ghost', change_id + 1, sequence, fingerprint, answer, at_millis,
                    lasting
                FROM operation WHERE player_id = PLAYER AND operation_id = 'buy1'
                """);

        checkFinds(Kind.CHANGE_MISSING);
    }

    @Test
    void old_changes_may_be_gone_once_the_archive_and_the_audit_let_them_go() throws SQLException {
        long old = System.currentTimeMillis() - Duration.ofDays(400).toMillis();
        damageMySql("UPDATE account SET joined_at = " + old + " WHERE player_id = PLAYER");
        deleteFromAudit(change(1));
        deleteFromAudit(change(2));
        // The archive still has them.
        checkFinds(Kind.GAP);

        damageMySql("DELETE FROM change_archive");

        assertThat(check()).isEmpty();
    }
}
