package com.luckyfunatic.benchmarks.audit;

import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.storage.audit.AuditChain;
import com.luckyfunatic.storage.audit.AuditCheck;
import com.luckyfunatic.storage.audit.AuditReport;
import com.luckyfunatic.storage.audit.AuditSealer;
import com.luckyfunatic.storage.audit.Settling;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Seals all of a log that nobody adds to any more, and holds it against its seals. */
final class SealedLog {
    private static final InstantSource CLOCK = InstantSource.system();

    private SealedLog() {}

    /**
     * Measures {@code log}.
     *
     * @param contents how many changes or actions its rows hold
     * @param rounds how many checks count; one more shows the compilers the way
     * @throws IllegalStateException when something is found, or not all of it is sealed
     */
    static AuditVerifyResult.Log measure(
            String storeName, AuditStore store, AuditLog log, long contents, int rounds) {
        // What came last is complete when nobody who is under way can still come before it.
        long now = CLOCK.millis();
        log.settled(now);
        long settled = now + Settling.MILLIS;
        long start = System.nanoTime();
        new AuditSealer(store, AuditChain.plain()).seal(log, settled, _ -> true);
        double sealSeconds = (System.nanoTime() - start) / 1e9;
        List<Double> seconds = new ArrayList<>();
        AuditReport report = check(store, log, settled);
        for (int round = 0; round < rounds; round++) {
            long began = System.nanoTime();
            report = check(store, log, settled);
            seconds.add((System.nanoTime() - began) / 1e9);
        }
        if (report.unsealed() > 0) {
            throw new IllegalStateException(report.unsealed() + " rows are not sealed");
        }
        return new AuditVerifyResult.Log(
                log.name(), storeName, report.rows(), contents, sealSeconds, seconds);
    }

    private static AuditReport check(AuditStore store, AuditLog log, long nowMillis) {
        return new AuditCheck(store, AuditChain.plain(), List.of())
                .run(
                        log,
                        nowMillis,
                        (_, _) -> {},
                        finding -> {
                            throw new IllegalStateException("nothing was changed: " + finding);
                        });
    }
}
