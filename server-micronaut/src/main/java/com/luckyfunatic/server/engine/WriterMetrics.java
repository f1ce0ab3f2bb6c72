package com.luckyfunatic.server.engine;

import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import com.luckyfunatic.storage.embedded.WriterObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Measures the transactions of the embedded store, and what waits for one. */
final class WriterMetrics implements WriterObserver {
    private static final Duration[] TIMES = {
        Duration.ofNanos(100_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(5)
    };

    private static final double[] SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024};

    private final MeterRegistry registry;
    private final Timer forced;
    private final Timer unforced;
    private final DistributionSummary group;
    private final Counter failures;

    WriterMetrics(MeterRegistry registry) {
        this.registry = registry;
        forced = commits("true");
        unforced = commits("false");
        group =
                DistributionSummary.builder("storage.embedded.group")
                        .description("Changes that share one transaction")
                        .baseUnit("changes")
                        .serviceLevelObjectives(SIZES)
                        .register(registry);
        failures =
                Counter.builder("storage.embedded.failures")
                        .description("Changes that were not kept because their transaction failed")
                        .baseUnit("changes")
                        .register(registry);
    }

    private Timer commits(String isForced) {
        return Timer.builder("storage.embedded.commits")
                .description("Transactions committed, from begin to the end of the commit")
                .tag("forced", isForced)
                .serviceLevelObjectives(TIMES)
                .register(registry);
    }

    /** Also shows how much waits in {@code storage}. */
    void watch(EmbeddedStorage storage) {
        Gauge.builder("storage.embedded.queue", storage, EmbeddedStorage::waitingWrites)
                .description("Changes that wait for the writer")
                .baseUnit("changes")
                .register(registry);
    }

    @Override
    public void committed(int writes, boolean isForced, long nanos) {
        (isForced ? forced : unforced).record(nanos, TimeUnit.NANOSECONDS);
        group.record(writes);
    }

    @Override
    public void failed(int writes) {
        failures.increment(writes);
    }
}
