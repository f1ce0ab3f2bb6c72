package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
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
import com.luckyfunatic.storage.mysql.MySqlDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several processes that share the background work; a process is a storage of its own here. */
@WithRedis
@WithMySql
@WithCassandra
@Timeout(120)
class StorageWorkersIT {
    private static final AtomicLong ACCOUNTS = new AtomicLong();

    private final MySqlAddress mySql;
    private final DistributedSettings settings;

    StorageWorkersIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        this.mySql = mySql;
        settings = TestDatabases.on(redis, mySql, cassandra);
    }

    private DistributedStorage open() {
        return DistributedStorage.open(settings, InstantSource.system());
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static StorageWork work(DistributedStorage storage) {
        return storage.workers().work();
    }

    private static boolean hasEverything(DistributedStorage storage) {
        return storage.workers().jobs().stream()
                .allMatch(job -> work(storage).leases(job.name()) == job.shares());
    }

    private static boolean isShared(DistributedStorage one, DistributedStorage other) {
        return one.workers().jobs().stream()
                .allMatch(job -> {
                    long ofOne = work(one).leases(job.name());
                    long ofOther = work(other).leases(job.name());
                    return ofOne + ofOther == job.shares()
                            && Math.max(ofOne, ofOther) == Math.ceilDiv(job.shares(), 2);
                });
    }

    @Test
    void a_process_that_comes_gets_its_part_and_leaves_it_to_the_others_when_it_goes() {
        try (DistributedStorage second = open()) {
            try (DistributedStorage first = open()) {
                first.workers().start("first");
                await(() -> hasEverything(first));
                second.workers().start("second");
                second.workers().start("second");
                await(() -> isShared(first, second));

                for (int i = 0; i < 20; i++) {
                    play(first);
                }
                await(() -> work(first).audited() + work(second).audited() >= 40);
                assertThat(work(first).archived()).isPositive();
                assertThat(work(second).archived()).isPositive();
            }
            await(() -> hasEverything(second));
            long before = work(second).audited();
            for (int i = 0; i < 20; i++) {
                play(second);
            }
            await(() -> work(second).audited() >= before + 40);
            assertThat(work(second).failures()).isZero();
        }
    }

    @Test
    void the_work_of_a_process_that_died_is_taken_over_when_its_leases_have_ended() {
        try (DistributedStorage survivor = open();
                MySqlDatabase dead = MySqlDatabase.open(settings.mySql())) {
            // Whoever dies leaves its leases as they are.
            assertThat(dead.leases().acquire("crew:dead", "dead", JobShare.LEASE)).isPresent();
            for (StorageJob job : survivor.workers().jobs()) {
                for (int share = 0; share < job.shares(); share++) {
                    String lease = job.name() + ":" + share;
                    assertThat(dead.leases().acquire(lease, "dead", JobShare.LEASE)).isPresent();
                }
            }
            play(survivor);
            long died = System.nanoTime();

            survivor.workers().start("survivor");
            await(() -> work(survivor).audited() >= 2);
            await(() -> hasEverything(survivor));

            assertThat(Duration.ofNanos(System.nanoTime() - died))
                    .isGreaterThan(JobShare.LEASE.dividedBy(2));
        }
    }

    @Test
    void whoever_lost_his_leases_while_the_database_did_not_see_him_takes_free_ones_again()
            throws SQLException {
        try (DistributedStorage storage = open()) {
            storage.workers().start("paused");
            await(() -> hasEverything(storage));
            update(
                    "UPDATE job_lease SET owner = 'other', fence = fence + 1 WHERE owner ="
                            + " 'paused'");

            await(() -> !hasEverything(storage));
            update("UPDATE job_lease SET expires_at = 0 WHERE owner = 'other'");
            await(() -> hasEverything(storage));
        }
        assertThat(count("SELECT count(*) FROM job_lease WHERE owner = 'paused'")).isZero();
    }

    @Test
    void snapshots_are_written_and_idle_players_removed_in_the_background() {
        DistributedSettings impatient =
                new DistributedSettings(
                        settings.redis(),
                        settings.mySql(),
                        settings.scylla(),
                        settings.keyPrefix(),
                        Duration.ofMillis(-1),
                        Duration.ofMillis(-1),
                        Duration.ZERO,
                        false);
        try (DistributedStorage storage =
                DistributedStorage.open(impatient, InstantSource.system())) {
            PlayerId player = play(storage);
            storage.workers().start("impatient");

            await(() -> work(storage).snapshots() > 0 && work(storage).evicted() > 0);

            assertThat(storage.players().find(player).orElseThrow().tap().taps()).isOne();
            assertThat(work(storage).hydrations()).isPositive();
        }
    }

    @Test
    void what_need_not_be_kept_is_cleaned_in_the_background() throws SQLException {
        String soft = "SELECT count(*) FROM operation WHERE NOT lasting";
        try (DistributedStorage storage = open()) {
            PlayerId player = play(storage);
            GameEngine.on(storage, TestCatalogs.full())
                    .execute(player, new OperationId("soft"), new Tap(1));
            storage.workers().finish();
        }
        assertThat(count(soft)).isPositive();
        assertThat(count("SELECT count(*) FROM change_archive")).isPositive();

        InstantSource threeDaysLater =
                () -> InstantSource.system().instant().plus(Duration.ofDays(3));
        try (DistributedStorage storage = DistributedStorage.open(settings, threeDaysLater)) {
            storage.workers().start("later");

            await(() -> isNone(soft) && isNone("SELECT count(*) FROM change_archive"));
        }
    }

    @Test
    void every_job_does_all_there_is_when_it_is_run_once() {
        try (DistributedStorage storage = open()) {
            play(storage);
            long[] told = {0};

            for (StorageJob job : storage.workers().jobs()) {
                assertThat(job.description()).endsWith(".");
                told[0] = -1;
                long done = job.finish(count -> told[0] = count);
                assertThat(told[0]).as(job.name()).isEqualTo(done);
            }

            StorageWork work = work(storage);
            assertThat(work.archived()).isGreaterThanOrEqualTo(2);
            assertThat(work.audited()).isGreaterThanOrEqualTo(work.archived());
            assertThat(work.snapshots()).isPositive();
            long now = System.currentTimeMillis();
            assertThat(work.archiveLagMillis(now)).isZero();
            assertThat(work.auditLagMillis(now)).isZero();
            assertThat(work.buffered()).isZero();
            assertThat(work.unconfirmed()).isZero();
        }
    }

    /** Makes a player and returns him, after his second change. */
    private static PlayerId play(DistributedStorage storage) {
        GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
        PlayerId player =
                engine.logIn(TelegramAccount.of(ACCOUNTS.incrementAndGet(), "Ann"), null)
                        .profile()
                        .id();
        engine.execute(player, new Tap(1));
        return player;
    }

    private boolean isNone(String query) {
        try {
            return count(query) == 0;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private long count(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
