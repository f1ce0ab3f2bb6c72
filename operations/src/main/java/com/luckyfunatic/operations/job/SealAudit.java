package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.operations.audit.AnchorFile;
import com.luckyfunatic.operations.audit.AuditSealing;
import com.luckyfunatic.storage.audit.AuditAnchor;
import com.luckyfunatic.storage.audit.AuditSealer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what is recorded for good, so that it shows when it is changed, and keeps the heads of the
 * seals apart: in a file, if there is to be one, and in the program's log, which usually leaves the
 * machine soon. Thread-safe.
 */
public final class SealAudit implements Job {
    /** What the job is called. */
    public static final String NAME = "seal-audit";

    private static final Logger LOG = LoggerFactory.getLogger(SealAudit.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final AuditSealing sealing;
    private final Counter rows;

    private final SealedTimes times = new SealedTimes();

    /** The number of the last seal of each log whose head is kept apart. */
    private final Map<String, Long> anchored = new ConcurrentHashMap<>();

    /** Counts in {@code registry}. */
    public SealAudit(MeterRegistry registry, AuditSealing sealing) {
        this.sealing = sealing;
        rows =
                Counter.builder("game.audit.rows.sealed")
                        .description("Recorded rows that were sealed, so that changing them shows")
                        .register(registry);
        TimeGauge.builder(
                        "game.audit.sealed.time",
                        times,
                        TimeUnit.MILLISECONDS,
                        SealedTimes::allMillis)
                .description(
                        "Epoch time up to which everything that was recorded is sealed, as the"
                                + " process knows that seals; 0 when it does not")
                .register(registry);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Seals what is recorded for good, so that it shows when it is changed.";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    /** Returns how many rows were sealed. A log that cannot be sealed keeps no other waiting. */
    @Override
    public long run(GameEngine engine, Progress progress) {
        AuditStore store = engine.storage().audit();
        AuditSealer sealer = new AuditSealer(store, sealing.chain());
        Attempts attempts = new Attempts();
        AtomicLong done = new AtomicLong();
        progress.done(0);
        for (AuditLog log : store.logs()) {
            attempts.at(() -> {
                long now = engine.clock().millis();
                times.before(store, log, now);
                sealer.seal(
                        log,
                        now,
                        seal -> {
                            rows.increment(seal.rows());
                            LOG.info("head of a seal: {}", AuditAnchor.of(seal).line());
                            progress.done(done.addAndGet(seal.rows()));
                            return !progress.isStopping();
                        });
                times.after(store, log);
                keepApart(store, log.name());
                return 1;
            });
        }
        attempts.orThrow();
        return done.get();
    }

    /** Also heads of other processes' seals, and those that an interrupted round did not keep. */
    private synchronized void keepApart(AuditStore store, String log) {
        AnchorFile file = sealing.anchor();
        if (file == null) {
            return;
        }
        long from = anchored.computeIfAbsent(log, name -> lastIn(file, name));
        List<AuditSeal> seals;
        do {
            seals = store.seals(log, from, Page.LIMIT_MAX);
            if (!seals.isEmpty()) {
                file.append(seals.stream().map(AuditAnchor::of).toList());
                from = seals.getLast().number();
                anchored.put(log, from);
            }
        } while (seals.size() == Page.LIMIT_MAX);
    }

    private static long lastIn(AnchorFile file, String log) {
        return file.exists()
                ? file.read().stream()
                        .filter(each -> each.log().equals(log))
                        .mapToLong(AuditAnchor::number)
                        .max()
                        .orElse(0)
                : 0;
    }
}
