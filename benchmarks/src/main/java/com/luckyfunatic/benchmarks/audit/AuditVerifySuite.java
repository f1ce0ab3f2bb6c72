package com.luckyfunatic.benchmarks.embedded;

import com.luckyfunatic.benchmarks.run.Callers;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.storage.audit.AuditChain;
import com.luckyfunatic.storage.audit.AuditCheck;
import com.luckyfunatic.storage.audit.AuditReport;
import com.luckyfunatic.storage.audit.AuditSealer;
import com.luckyfunatic.storage.embedded.EmbeddedSettings.Forcing;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How fast the journal of the embedded store is sealed, and held against its seals. */
public final class AuditVerifySuite {
    private static final int PLAYERS = 1_000;
    private static final int CALLERS = 256;
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final RunOptions options;

    /** A suite as long as the options say. */
    public AuditVerifySuite(RunOptions options) {
        this.options = options;
    }

    /** Plays, seals, checks and writes the raw file. */
    public void run() throws IOException {
        RunDirectory directory = options.start("audit-verify");
        try (ScratchDirectory scratch = ScratchDirectory.create();
                StoreUnderTest store =
                        new StoreUnderTest(
                                scratch.resolve("data"), Forcing.EVERY_SECOND, PLAYERS)) {
            AuditStore audit = store.audit();
            AuditLog log = audit.logs().getFirst();
            play(store, log, options.choose(1_000_000, 20_000));
            AuditVerifyResult result = measure(audit, log, options.choose(5, 1));
            print(result);
            directory.write(RunDirectory.RESULT_FILE, result);
        }
        System.out.println("raw results: " + directory);
    }

    private static void play(StoreUnderTest store, AuditLog log, long rows) {
        store.logInAll(CALLERS);
        Callers callers = new Callers(CALLERS, PLAYERS);
        while (log.countAfter(0) < rows) {
            callers.round(store::tap, ROUND);
        }
    }

    private static AuditVerifyResult measure(AuditStore audit, AuditLog log, int rounds) {
        long now = InstantSource.system().millis();
        long start = System.nanoTime();
        new AuditSealer(audit, AuditChain.plain()).seal(log, now, _ -> true);
        double sealSeconds = (System.nanoTime() - start) / 1e9;
        List<Double> seconds = new ArrayList<>();
        long rows = 0;
        // The first shows the compilers the way.
        for (int round = 0; round <= rounds; round++) {
            long began = System.nanoTime();
            AuditReport report =
                    new AuditCheck(audit, AuditChain.plain(), List.of())
                            .run(log, now, (_, _) -> {}, AuditVerifySuite::fail);
            if (round > 0) {
                seconds.add((System.nanoTime() - began) / 1e9);
            }
            rows = report.rows();
        }
        return new AuditVerifyResult(rows, sealSeconds, seconds);
    }

    private static void fail(Object finding) {
        throw new IllegalStateException("nothing was changed: " + finding);
    }

    private static void print(AuditVerifyResult result) {
        System.out.printf(
                Locale.ROOT,
                "%d rows: sealed %.0f/s, checked %.0f/s%n",
                result.rows(),
                result.rows() / result.sealSeconds(),
                Medians.of(result.checkedPerSecond()));
    }
}
