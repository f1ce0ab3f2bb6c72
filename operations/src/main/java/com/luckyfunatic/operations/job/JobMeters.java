package com.luckyfunatic.operations.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Shows how one job goes, in the metrics of the process that may do it. Thread-safe. */
final class JobMeters {
    private static final String JOB = "job";

    private final MeterRegistry registry;
    private final String job;
    private final Counter done;
    private final Counter failed;

    /** A registry keeps nobody alive: this keeps what its gauges ask. */
    private final BooleanSupplier isOwned;

    private final AtomicLong dueAtMillis = new AtomicLong();

    /**
     * Counts rounds of a job in {@code registry}.
     *
     * @param isOwned whether it is this process's to do
     */
    JobMeters(MeterRegistry registry, String job, BooleanSupplier isOwned) {
        this.registry = registry;
        this.job = job;
        this.isOwned = isOwned;
        done = rounds(registry, job, "done");
        failed = rounds(registry, job, "failed");
    }

    /**
     * Shows from now on whose the job is and when its next round is due. Where jobs are left to
     * others nothing is ever due.
     *
     * @param firstDueAtMillis when the first round is to begin, epoch milliseconds
     */
    void started(long firstDueAtMillis) {
        dueAt(firstDueAtMillis);
        Gauge.builder("game.jobs.owned", isOwned, owned -> owned.getAsBoolean() ? 1 : 0)
                .description("1 while this background job is this process's to do, else 0")
                .tag(JOB, job)
                .register(registry);
        TimeGauge.builder("game.jobs.due.time", dueAtMillis, TimeUnit.MILLISECONDS, AtomicLong::get)
                .description(
                        "Epoch time at which the next round of this background job is due; in the"
                                + " past while a round is under way")
                .tag(JOB, job)
                .register(registry);
    }

    private static Counter rounds(MeterRegistry registry, String job, String result) {
        return Counter.builder("game.jobs.rounds")
                .description("Rounds of background jobs that this process has done")
                .tag(JOB, job)
                .tag("result", result)
                .register(registry);
    }

    void ended(boolean isDone) {
        (isDone ? done : failed).increment();
    }

    void dueAt(long epochMillis) {
        dueAtMillis.set(epochMillis);
    }
}
