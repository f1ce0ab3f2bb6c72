package com.luckyfunatic.benchmarks.audit;

import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.ProcessCpu;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.devservers.ServerFiles;
import com.luckyfunatic.engine.audit.AuditScope;
import com.luckyfunatic.storage.scylla.AuditBatch;
import com.luckyfunatic.storage.scylla.AuditEntry;
import com.luckyfunatic.storage.scylla.AuditManifests;
import com.luckyfunatic.storage.scylla.ScyllaDatabase;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How fast changes reach the audit trail, beside the bare driver storing the same rows, and how
 * fast the trail is held against its manifests, beside the bare driver reading it. All use one
 * Cassandra on this machine, and take turns; what is written comes in batches as the drain of the
 * journal makes them.
 */
public final class AuditSuite {
    private static final int IN_FLIGHT = 256;
    private static final int BATCH = 500;
    private static final Path SERVER_FILES =
            Path.of("dev-servers-files", "target", "servers", "servers.properties");

    private final RunOptions options;
    private final List<List<AuditEntry>> appended = new ArrayList<>();
    private long batches;
    private final Duration warmup;
    private final Duration round;
    private final int rounds;
    private final int checkRounds;

    /** A suite as long as the options say. */
    public AuditSuite(RunOptions options) {
        this.options = options;
        warmup = Duration.ofMillis(options.choose(15_000, 500));
        round = Duration.ofMillis(options.choose(8_000, 500));
        rounds = options.choose(5, 1);
        checkRounds = options.choose(3, 1);
    }

    /** Runs everything and writes the raw file. */
    public void run() throws IOException {
        RunDirectory directory = options.start("audit");
        try (ScratchDirectory scratch = ScratchDirectory.create();
                CassandraServer server =
                        CassandraServer.start(
                                ServerFiles.read(SERVER_FILES, scratch.resolve("files")),
                                scratch.resolve("cassandra"))) {
            AuditResult result = measure(server.address());
            print(result);
            directory.write(RunDirectory.RESULT_FILE, result);
        }
        System.out.println("raw results: " + directory);
    }

    private AuditResult measure(InetSocketAddress node) {
        // One keyspace each: what one has written must not make the other slower.
        ScyllaDatabase.open(settings(node, "bare")).close();
        try (ScyllaDatabase database = ScyllaDatabase.open(settings(node, "audit"));
                BareDriver driver =
                        new BareDriver(node, CassandraServer.DATA_CENTER, "bare", IN_FLIGHT)) {
            long now = System.currentTimeMillis();
            Changes audited = new Changes(now);
            Changes bare = new Changes(now);
            Consumer<List<AuditEntry>> audit =
                    entries -> {
                        database.audit().append(entries).join();
                        appended.add(entries);
                    };
            List<AuditResult.Round> driverRounds = new ArrayList<>();
            List<AuditResult.Round> auditRounds = new ArrayList<>();
            round(bare, driver::store, warmup);
            round(audited, audit, warmup);
            storeManifests(database.manifests());
            for (int i = 0; i < rounds; i++) {
                driverRounds.add(round(bare, driver::store, round));
                auditRounds.add(round(audited, audit, round));
                storeManifests(database.manifests());
            }
            List<AuditResult.Scan> checks = new ArrayList<>();
            List<AuditResult.Scan> reads = new ArrayList<>();
            try (BareReader reader = new BareReader(node, CassandraServer.DATA_CENTER, "audit")) {
                // The first shows the compilers the way.
                for (int i = 0; i <= checkRounds; i++) {
                    AuditResult.Scan read = scan(reader::readAll);
                    AuditResult.Scan check = scan(() -> check(database.manifests(), now));
                    if (read.rows() != check.rows()) {
                        throw new IllegalStateException(
                                "%d rows are there, %d were checked"
                                        .formatted(read.rows(), check.rows()));
                    }
                    if (i > 0) {
                        reads.add(read);
                        checks.add(check);
                    }
                }
            }
            return new AuditResult(
                    "Cassandra", IN_FLIGHT, BATCH, auditRounds, driverRounds, checks, reads);
        }
    }

    /** Between the rounds: a job makes them, not the drain. */
    private void storeManifests(AuditManifests manifests) {
        for (List<AuditEntry> entries : appended) {
            manifests.store(List.of(new AuditBatch(++batches, entries)));
        }
        appended.clear();
    }

    private static AuditResult.Scan scan(LongSupplier all) {
        long cpu = ProcessCpu.nanos();
        long start = System.nanoTime();
        long rows = all.getAsLong();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new AuditResult.Scan(
                rows, seconds, (ProcessCpu.nanos() - cpu) / 1e3 / Math.max(1, rows));
    }

    /** Returns how many rows are as their manifests list them, which all of them must be. */
    private static long check(AuditManifests manifests, long begunAtMillis) {
        AuditScope all =
                new AuditScope(Long.MAX_VALUE, begunAtMillis, null, System.currentTimeMillis());
        return manifests
                .compare(
                        all,
                        _ -> {},
                        (_, _) -> {},
                        found -> {
                            throw new IllegalStateException("nothing was changed: " + found);
                        })
                .rows();
    }

    private static ScyllaSettings settings(InetSocketAddress node, String keyspace) {
        return ScyllaSettings.at(List.of(node), CassandraServer.DATA_CENTER, keyspace)
                .creatingKeyspace(1)
                .with(Duration.ofSeconds(10), IN_FLIGHT);
    }

    private static AuditResult.Round round(
            Changes changes, Consumer<List<AuditEntry>> store, Duration duration) {
        long cpu = ProcessCpu.nanos();
        long start = System.nanoTime();
        long stored = 0;
        while (System.nanoTime() - start < duration.toNanos()) {
            store.accept(changes.next(BATCH));
            stored += BATCH;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new AuditResult.Round(
                stored, seconds, stored / seconds, (ProcessCpu.nanos() - cpu) / 1e3 / stored);
    }

    private static void print(AuditResult result) {
        System.out.printf(
                Locale.ROOT,
                "audit trail %.0f/s, %.1f CPU µs; bare driver %.0f/s, %.1f CPU µs; %.0f %%%n",
                Medians.of(result.audit(), AuditResult.Round::perSecond),
                Medians.of(result.audit(), AuditResult.Round::cpuMicros),
                Medians.of(result.driver(), AuditResult.Round::perSecond),
                Medians.of(result.driver(), AuditResult.Round::cpuMicros),
                result.ratio() * 100);
        System.out.printf(
                Locale.ROOT,
                "%d rows held against their manifests at %.0f/s, %.1f CPU µs; read by the bare"
                        + " driver at %.0f/s, %.1f CPU µs; %.0f %%%n",
                result.checks().getFirst().rows(),
                Medians.of(result.checks(), AuditResult.Scan::perSecond),
                Medians.of(result.checks(), AuditResult.Scan::cpuMicros),
                Medians.of(result.reads(), AuditResult.Scan::perSecond),
                Medians.of(result.reads(), AuditResult.Scan::cpuMicros),
                result.checkRatio() * 100);
    }
}
