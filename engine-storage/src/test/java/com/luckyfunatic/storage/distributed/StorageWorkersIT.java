package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
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
    private final DistributedSettings settings;

    StorageWorkersIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
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

    private static long leases(DistributedStorage storage) {
        return storage.workers().jobs().stream()
                .mapToLong(job -> storage.workers().work().leases(job.name()))
                .sum();
    }

    private static long shares(DistributedStorage storage) {
        return storage.workers().jobs().stream().mapToLong(StorageJob::shares).sum();
    }

    @Test
    void work_that_was_given_back_is_taken_over_and_nothing_stays_undrained() {
        try (DistributedStorage second = open()) {
            try (DistributedStorage first = open()) {
                first.workers().start("first");
                await(() -> leases(first) == shares(first));
                second.workers().start("second");
                second.workers().start("second");
                play(first, 1);
                await(() -> first.workers().work().audited() >= 2);
                assertThat(leases(second)).isZero();
            }
            play(second, 2);
            await(() -> second.workers().work().audited() >= 2);
            await(() -> leases(second) == shares(second));
        }
    }

    @Test
    void the_work_of_a_process_that_died_is_taken_over_within_15_seconds() {
        try (DistributedStorage survivor = open();
                MySqlDatabase dead = MySqlDatabase.open(settings.mySql())) {
            // Whoever dies leaves its leases as they are.
            for (StorageJob job : survivor.workers().jobs()) {
                for (int share = 0; share < job.shares(); share++) {
                    assertThat(
                                    dead.leases()
                                            .acquire(
                                                    job.name() + ":" + share,
                                                    "dead",
                                                    JobShare.LEASE))
                            .isPresent();
                }
            }
            play(survivor, 3);
            long died = System.nanoTime();

            survivor.workers().start("survivor");
            await(() -> survivor.workers().work().audited() >= 2);
            await(() -> leases(survivor) == shares(survivor));

            assertThat(Duration.ofNanos(System.nanoTime() - died))
                    .isGreaterThan(JobShare.LEASE.dividedBy(2))
                    .isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void every_job_does_all_there_is_when_it_is_run_once() {
        try (DistributedStorage storage = open()) {
            play(storage, 4);
            long[] told = {0};

            for (StorageJob job : storage.workers().jobs()) {
                assertThat(job.description()).endsWith(".");
                told[0] = -1;
                long done = job.finish(count -> told[0] = count);
                assertThat(told[0]).as(job.name()).isEqualTo(done);
            }

            StorageWork work = storage.workers().work();
            assertThat(work.audited()).isEqualTo(work.archived()).isGreaterThanOrEqualTo(2);
            assertThat(work.snapshots()).isPositive();
            long now = System.currentTimeMillis();
            assertThat(work.archiveLagMillis(now)).isZero();
            assertThat(work.auditLagMillis(now)).isZero();
            assertThat(work.buffered()).isZero();
        }
    }

    private static void play(DistributedStorage storage, long account) {
        GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
        PlayerId player = engine.logIn(TelegramAccount.of(account, "Ann"), null).profile().id();
        engine.execute(player, new Tap(1));
    }
}
