package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.storage.codec.ChangeDocument;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.scylla.ScyllaDatabase;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several journals in each share, so that they are archived together. */
@WithRedis
@WithMySql
@WithCassandra
class ArchivingIT {
    private static final int PARTITIONS = 32;
    private static final int PLAYERS = 40;

    private final DistributedSettings settings;
    private final RedisAddress redis;
    private final MySqlAddress mySql;
    private final Partitions partitions = new Partitions(PARTITIONS);
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final DistributedStorage storage;
    private final GameEngine engine;

    ArchivingIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        this.redis = redis;
        this.mySql = mySql;
        DistributedSettings usual = TestDatabases.on(redis, mySql, cassandra);
        settings =
                new DistributedSettings(
                        usual.redis(),
                        usual.mySql().withPartitions(PARTITIONS),
                        usual.scylla(),
                        usual.keyPrefix(),
                        usual.flushAfter(),
                        usual.evictAfter(),
                        usual.auditSync(),
                        false);
        client = RedisClient.create(redis.uri());
        connection = client.connect();
        storage = DistributedStorage.open(settings, InstantSource.system());
        engine = GameEngine.on(storage, TestCatalogs.full());
    }

    @AfterEach
    void close() {
        storage.close();
        connection.close();
        client.close();
    }

    private RedisCommands<String, String> commands() {
        return connection.sync();
    }

    private String journal(int partition) {
        return redis.prefix() + "{p%03d}:journal".formatted(partition);
    }

    private List<PlayerId> players(int from) {
        List<PlayerId> players =
                IntStream.range(from, from + PLAYERS)
                        .mapToObj(i -> engine.logIn(TelegramAccount.of(i, "Ann"), null))
                        .map(login -> login.profile().id())
                        .toList();
        players.forEach(player -> engine.execute(player, new Tap(1)));
        return players;
    }

    private StorageJob drain() {
        return storage.workers().jobs().stream()
                .filter(job -> job.kind() == JobKind.DRAIN_JOURNALS)
                .findFirst()
                .orElseThrow();
    }

    private int passOverAllShares() {
        int failures = 0;
        StorageJob drain = drain();
        for (int share = 0; share < drain.shares(); share++) {
            try {
                drain.work(share);
            } catch (StorageUnavailableException e) {
                failures++;
            }
        }
        return failures;
    }

    private List<Integer> notEmpty() {
        return IntStream.range(0, PARTITIONS)
                .filter(partition -> commands().xlen(journal(partition)) > 0)
                .boxed()
                .toList();
    }

    @Test
    void one_pass_archives_all_journals_of_a_share_and_there_is_no_more_at_once() {
        List<PlayerId> players = players(1);
        drain().finish(_ -> {}); // the first time, generations have to be asked for
        players.forEach(player -> engine.execute(player, new Tap(1)));
        assertThat(notEmpty()).hasSizeGreaterThan(PARTITIONS / 2);

        StorageJob drain = drain();
        for (int share = 0; share < drain.shares(); share++) {
            assertThat(drain.work(share)).isFalse();
        }

        assertThat(notEmpty()).isEmpty();
        drain.finish(_ -> {});
        for (PlayerId player : players) {
            assertThat(storage.players().history(player, Long.MAX_VALUE, Page.LIMIT_MAX).items())
                    .extracting(StateChange::sequence)
                    .containsExactly(4L, 3L, 2L, 1L);
        }
    }

    @Test
    void a_journal_with_more_than_is_read_at_once_asks_for_another_pass() {
        PlayerId player = players(1_001).getFirst();
        drain().finish(_ -> {});
        StateChange change = latest(player);
        for (int i = 0; i < JournalDrain.BATCH_MAX + 1; i++) {
            plant(change, 900 + i, null);
        }
        int share = partitions.of(player) % drain().shares();

        assertThat(drain().work(share)).isTrue();
        assertThat(drain().work(share)).isFalse();

        passOverAllShares();
        assertThat(notEmpty()).isEmpty();
    }

    @Test
    void a_batch_that_cannot_be_archived_holds_up_only_its_own_journal() {
        List<PlayerId> players = players(2_001);
        PlayerId unlucky = players.getFirst();
        String longerThanMySqlKeeps = "x".repeat(17 << 20);
        plant(latest(unlucky), 900, "f".repeat(32) + "S5 " + longerThanMySqlKeeps + "\n");

        assertThat(passOverAllShares()).isOne();
        assertThat(passOverAllShares()).as("one by one").isOne();

        assertThat(notEmpty()).containsExactly(partitions.of(unlucky));

        commands().xtrim(journal(partitions.of(unlucky)), 0);
        assertThat(passOverAllShares()).isZero();
    }

    private StateChange latest(PlayerId player) {
        return storage.players().history(player, Long.MAX_VALUE, 1).items().getFirst();
    }

    /** Adds an entry like that of {@code change}, perhaps with a kept answer. */
    private void plant(StateChange change, long sequence, @Nullable String answer) {
        Map<String, String> entry = new HashMap<>();
        entry.put("p", change.player().toString());
        entry.put("v", "1 1 " + sequence + " 5");
        entry.put("c", change.atMillis() + " " + new GameCodec().write(ChangeDocument.of(change)));
        if (answer != null) {
            entry.put("a", answer);
        }
        commands().xadd(journal(partitions.of(change.player())), entry);
    }

    @Test
    void a_batch_that_cannot_be_read_keeps_no_other_partition_from_the_audit() throws SQLException {
        List<PlayerId> players = players(10_001);
        drain().finish(_ -> {});
        players.forEach(player -> engine.execute(player, new Tap(1)));
        assertThat(passOverAllShares()).isZero();
        int broken = partitions.of(players.getFirst());
        String ofBroken = " WHERE partition_number = " + broken + " AND audited = FALSE";
        execute("UPDATE change_archive SET document = 'broken'" + ofBroken);

        try {
            assertOthersAreAudited(players, broken, 4);
            players.forEach(player -> engine.execute(player, new Tap(1)));
            assertThat(passOverAllShares()).isZero();
            assertOthersAreAudited(players, broken, 5);
        } finally {
            execute("DELETE FROM change_archive" + ofBroken);
        }
    }

    private void assertOthersAreAudited(List<PlayerId> players, int broken, int changes) {
        StorageJob drain = drain();
        int share = broken % drain.shares();
        IntPredicate auditing = drain.beside().getFirst();
        assertThatThrownBy(() -> auditing.test(share)).isInstanceOf(StorageCorruptException.class);
        try (ScyllaDatabase audit = ScyllaDatabase.open(settings.scylla())) {
            List<PlayerId> others =
                    players.stream()
                            .filter(each -> partitions.of(each) != broken)
                            .filter(each -> partitions.of(each) % drain.shares() == share)
                            .toList();
            assertThat(others).isNotEmpty();
            for (PlayerId player : others) {
                assertThat(audited(audit, player)).as("%s", player).isEqualTo(changes);
            }
        }
    }

    private static long audited(ScyllaDatabase audit, PlayerId player) {
        return audit.audit().days(player).stream()
                .mapToLong(day -> audit.audit().changesOn(player, day))
                .sum();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }
}
