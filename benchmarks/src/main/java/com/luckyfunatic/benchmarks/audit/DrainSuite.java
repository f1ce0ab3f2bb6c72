package com.luckyfunatic.benchmarks.audit;

import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.scylla.AuditEntry;
import com.luckyfunatic.storage.scylla.AuditTrail;
import com.luckyfunatic.storage.scylla.ScyllaDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * How fast the whole drain is – journals in Redis, archive in MySQL, audit in Cassandra – beside
 * the bare driver storing the same rows, and how far the audit lags behind at a steady rate. All on
 * this machine. In the end it is counted whether the audit has every change.
 */
public final class DrainSuite {
    private static final String AUDIT = "audit";
    private static final String BARE = "bare";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Nothing but the drain works while its rate is measured. */
    private static final Duration NO_SNAPSHOTS = Duration.ofHours(12);

    /** Players' own time runs fast, and must not get ahead of the machine's. */
    private static final Duration BEGINS_BEFORE = Duration.ofHours(2);

    private final RunOptions options;
    private final int players;
    private final int changes;
    private final int warmups;
    private final int rounds;
    private final int changesPerSecond;
    private final int warmupSeconds;
    private final int lagSeconds;
    private final AuditedEntries audited = new AuditedEntries();

    /** A suite as long as the options say. */
    public DrainSuite(RunOptions options) {
        this.options = options;
        players = options.choose(4_000, 300);
        changes = options.choose(20_000, 1_000);
        warmups = options.choose(2, 1);
        rounds = options.choose(5, 1);
        changesPerSecond = options.choose(2_000, 100);
        warmupSeconds = options.choose(35, 1);
        lagSeconds = options.choose(65, 2);
    }

    /** Runs everything and writes the raw file. */
    public void run() throws IOException, InterruptedException {
        RunDirectory directory = options.start("drain");
        try (ScratchDirectory scratch = ScratchDirectory.create();
                DrainServers servers = DrainServers.start(scratch.resolve("servers"))) {
            DrainResult result = measure(servers);
            print(result);
            directory.write(RunDirectory.RESULT_FILE, result);
        }
        System.out.println("raw results: " + directory);
    }

    private DrainResult measure(DrainServers servers) throws InterruptedException {
        int inFlight = servers.audit(AUDIT).inFlight();
        List<DrainResult.Round> drain = new ArrayList<>();
        List<DrainResult.Round> driver = new ArrayList<>();
        // One keyspace each: what one has written must not make the other slower.
        ScyllaDatabase.open(servers.audit(BARE)).close();
        DrainGame game;
        try (DistributedStorage storage = open(servers, NO_SNAPSHOTS);
                BareDriver bare =
                        new BareDriver(
                                servers.cassandra().address(),
                                CassandraServer.DATA_CENTER,
                                BARE,
                                inFlight)) {
            Instant begin = Instant.now().minus(BEGINS_BEFORE);
            game = new DrainGame(storage, players, begin);
            storage.workers().finish();
            long now = begin.toEpochMilli();
            for (int i = -warmups; i < rounds; i++) {
                now = game.change(changes, now);
                DrainResult.Round drained = drain(servers, storage);
                DrainResult.Round stored = store(servers, bare, audited.collected());
                System.out.printf(
                        Locale.ROOT,
                        "round %d: drain %.0f/s, bare driver %.0f/s%n",
                        i,
                        drained.perSecond(),
                        stored.perSecond());
                if (i >= 0) {
                    drain.add(drained);
                    driver.add(stored);
                }
            }
            storage.workers().finish();
        }
        try (DistributedStorage storage = open(servers, DistributedSettings.FLUSH_AFTER)) {
            storage.workers().start("drain");
            DrainResult.Lag lag = lag(servers, game.on(storage));
            count(servers, game.players());
            return new DrainResult(
                    "Redis 7.4, MariaDB, Cassandra",
                    players,
                    MySqlSettings.PARTITIONS,
                    inFlight,
                    drain,
                    driver,
                    lag);
        }
    }

    private DistributedStorage open(DrainServers servers, Duration flushAfter) {
        DistributedStorage storage =
                DistributedStorage.open(
                        servers.settings(AUDIT, flushAfter), InstantSource.system());
        storage.workers().work().listen(audited);
        return storage;
    }

    private DrainResult.Round drain(DrainServers servers, DistributedStorage storage)
            throws InterruptedException {
        long before = audited.total();
        audited.collect();
        DrainServers.Cpu cpu = servers.cpu();
        long start = System.nanoTime();
        storage.workers().start("drain");
        audited.await(before + changes, PATIENCE);
        double seconds = (System.nanoTime() - start) / 1e9;
        DrainResult.CpuMicros used = servers.cpu().since(cpu, changes);
        storage.workers().close();
        return new DrainResult.Round(changes, seconds, changes / seconds, used);
    }

    private static DrainResult.Round store(
            DrainServers servers, BareDriver driver, List<AuditEntry> entries) {
        DrainServers.Cpu cpu = servers.cpu();
        long start = System.nanoTime();
        driver.storeChanges(entries);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new DrainResult.Round(
                entries.size(),
                seconds,
                entries.size() / seconds,
                servers.cpu().since(cpu, entries.size()));
    }

    private DrainResult.Lag lag(DrainServers servers, DrainGame game) throws InterruptedException {
        long expected = audited.total();
        // A storage that was opened a moment ago is not met with everything at once.
        for (int share = 4; share > 1; share /= 2) {
            int rate = changesPerSecond / share;
            game.changeOnTime(warmupSeconds * rate, rate);
            expected += (long) warmupSeconds * rate;
        }
        int measured = lagSeconds * changesPerSecond;
        audited.measureFrom(System.currentTimeMillis());
        DrainServers.Cpu cpu = servers.cpu();
        game.changeOnTime(measured, changesPerSecond);
        audited.await(expected + measured, PATIENCE);
        DrainResult.CpuMicros used = servers.cpu().since(cpu, measured);
        Histogram lags = audited.lags();
        return new DrainResult.Lag(
                changesPerSecond,
                lagSeconds,
                lags.getTotalCount(),
                lags.getValueAtPercentile(50),
                lags.getValueAtPercentile(99),
                lags.getMaxValue(),
                used);
    }

    /** Insists that the audit has as many rows as changes were acknowledged. */
    private void count(DrainServers servers, List<PlayerId> players) {
        try (ScyllaDatabase database = ScyllaDatabase.open(servers.audit(AUDIT))) {
            AuditTrail trail = database.audit();
            long rows =
                    Concurrently.map(players, 64, player -> rows(trail, player)).stream()
                            .mapToLong(each -> each)
                            .sum();
            if (rows != audited.total()) {
                throw new IllegalStateException(
                        "%d rows of %d changes".formatted(rows, audited.total()));
            }
        }
    }

    private static long rows(AuditTrail trail, PlayerId player) {
        return trail.days(player).stream().mapToLong(day -> trail.changesOn(player, day)).sum();
    }

    private static void print(DrainResult result) {
        print("drain", result.drain());
        print("bare driver", result.driver());
        DrainResult.Lag lag = result.lag();
        System.out.printf(
                Locale.ROOT,
                "%.0f %% of the driver; at %.0f changes/s for %.0f s (%d): lag p50 %.0f ms,"
                        + " p99 %.0f ms, max %.0f ms; CPU µs %s%n",
                result.ratio() * 100,
                lag.wantedPerSecond(),
                lag.seconds(),
                lag.changes(),
                lag.p50Millis(),
                lag.p99Millis(),
                lag.maxMillis(),
                lag.cpu());
    }

    private static void print(String what, List<DrainResult.Round> rounds) {
        System.out.printf(
                Locale.ROOT,
                "%s %.0f/s; CPU µs: here %.1f, Redis %.1f, MySQL %.1f, Cassandra %.1f%n",
                what,
                Medians.of(rounds, DrainResult.Round::perSecond),
                Medians.of(rounds, round -> round.cpu().own()),
                Medians.of(rounds, round -> round.cpu().redis()),
                Medians.of(rounds, round -> round.cpu().mySql()),
                Medians.of(rounds, round -> round.cpu().cassandra()));
    }
}
