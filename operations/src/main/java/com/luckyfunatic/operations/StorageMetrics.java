package com.luckyfunatic.operations;

import com.luckyfunatic.storage.distributed.StorageJob;
import com.luckyfunatic.storage.distributed.StorageWork;
import com.luckyfunatic.storage.distributed.StorageWorkers;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Shows what the background work of the distributed storage does, and what waits for it. */
public final class StorageMetrics implements StorageWork.Listener {
    private static final double MILLIS = 1_000;

    private static final Duration[] LAGS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10)
    };

    private final Timer archived;
    private final Timer audited;

    private StorageMetrics(MeterRegistry registry) {
        archived = lag(registry, "archive");
        audited = lag(registry, "audit");
    }

    private static Timer lag(MeterRegistry registry, String sink) {
        return Timer.builder("storage.journal.delay")
                .description("From a change to its arrival, of the oldest in each batch")
                .tag("sink", sink)
                .serviceLevelObjectives(LAGS)
                .register(registry);
    }

    /** Shows {@code workers} in {@code registry}. */
    public static void bind(MeterRegistry registry, StorageWorkers workers, InstantSource clock) {
        var _ =
                bind(
                        registry,
                        workers.work(),
                        workers.jobs().stream().map(StorageJob::name).toList(),
                        clock);
    }

    /**
     * Shows {@code work}, which is what {@code jobs} do, in {@code registry}.
     *
     * @return what listens to {@code work} from now on
     */
    public static StorageMetrics bind(
            MeterRegistry registry, StorageWork work, List<String> jobs, InstantSource clock) {
        StorageMetrics metrics = new StorageMetrics(registry);
        work.listen(metrics);
        drained(registry, work, "archive", StorageWork::archived);
        drained(registry, work, "audit", StorageWork::audited);
        lagNow(registry, work, "archive", each -> each.archiveLagMillis(clock.millis()) / MILLIS);
        lagNow(registry, work, "audit", each -> each.auditLagMillis(clock.millis()) / MILLIS);
        gauge(
                registry,
                work,
                "storage.journal.waiting",
                "changes",
                "Changes in the journals that this process drains",
                StorageWork::waiting);
        gauge(
                registry,
                work,
                "storage.journal.buffer",
                "changes",
                "Changes in memory on their way to the archive and the audit, of 100 000",
                StorageWork::buffered);
        gauge(
                registry,
                work,
                "storage.journal.longest",
                "changes",
                "Changes in the longest journal",
                StorageWork::longestJournal);
        gauge(
                registry,
                work,
                "storage.audit.unconfirmed",
                "batches",
                "Batches handed to the audit that are not yet known to be safe there",
                StorageWork::unconfirmed);
        counter(
                registry,
                work,
                "storage.journal.quarantined",
                "Journal entries put aside because they cannot be understood: look at them",
                StorageWork::quarantined);
        counter(
                registry,
                work,
                "storage.snapshots.written",
                "Snapshots of players written",
                StorageWork::snapshots);
        counter(
                registry,
                work,
                "storage.snapshots.stale",
                "Snapshots not written because a later one was stored",
                StorageWork::staleFlushes);
        counter(
                registry,
                work,
                "storage.players.evicted",
                "Idle players removed from Redis",
                StorageWork::evicted);
        counter(
                registry,
                work,
                "storage.stock.settled",
                "Purchases from stock that were interrupted and are settled",
                StorageWork::stockSettled);
        counter(
                registry,
                work,
                "storage.players.loaded",
                "Players loaded into Redis",
                StorageWork::hydrations);
        counter(
                registry,
                work,
                "storage.players.replayed",
                "Archived changes replayed while players were loaded",
                StorageWork::replayed);
        counter(
                registry,
                work,
                "storage.jobs.failures",
                "Attempts of background jobs that failed and are made again",
                StorageWork::failures);
        for (String job : jobs) {
            Gauge.builder("storage.jobs.leases", work, each -> each.leases(job))
                    .description("Shares of a background job that this process works on")
                    .tag("job", job)
                    .register(registry);
        }
        return metrics;
    }

    private static void drained(
            MeterRegistry registry,
            StorageWork work,
            String sink,
            ToDoubleFunction<StorageWork> count) {
        FunctionCounter.builder("storage.journal.drained", work, count)
                .description(
                        "Changes that arrived; at the audit, those that were handed to it again"
                                + " count again")
                .baseUnit("changes")
                .tag("sink", sink)
                .register(registry);
    }

    private static void lagNow(
            MeterRegistry registry,
            StorageWork work,
            String sink,
            ToDoubleFunction<StorageWork> seconds) {
        Gauge.builder("storage.journal.lag", work, seconds)
                .description("Age of the oldest change that has not arrived")
                .baseUnit("seconds")
                .tag("sink", sink)
                .register(registry);
    }

    private static void gauge(
            MeterRegistry registry,
            StorageWork work,
            String name,
            String unit,
            String description,
            ToDoubleFunction<StorageWork> value) {
        Gauge.builder(name, work, value).description(description).baseUnit(unit).register(registry);
    }

    private static void counter(
            MeterRegistry registry,
            StorageWork work,
            String name,
            String description,
            ToDoubleFunction<StorageWork> count) {
        FunctionCounter.builder(name, work, count).description(description).register(registry);
    }

    @Override
    public void archivedAfter(long millis) {
        archived.record(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void auditedAfter(long millis) {
        audited.record(millis, TimeUnit.MILLISECONDS);
    }
}
