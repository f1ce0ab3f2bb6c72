package com.luckyfunatic.benchmarks.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The CPU time that a process uses during the measured part of a run. */
final class CpuMeter {
    private final CompletableFuture<Long> usedNanos;

    /**
     * Starts counting when the warm-up of the run is over.
     *
     * @param cpuNanos what the process has used so far
     */
    CpuMeter(RunClock clock, LongSupplier cpuNanos) {
        usedNanos =
                clock.started()
                        .thenCompose(_ -> after(clock.warmupNanos(), cpuNanos))
                        .thenCompose(before ->
                                after(clock.durationNanos(), cpuNanos)
                                        .thenApply(end -> end - before));
    }

    /** Waits for the end of the measurement; returns microseconds per request. */
    double microsPer(long requests) {
        return usedNanos.join() / 1e3 / Math.max(1, requests);
    }

    private static CompletableFuture<Long> after(long nanos, LongSupplier cpuNanos) {
        return CompletableFuture.supplyAsync(
                cpuNanos::getAsLong,
                CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS));
    }
}
