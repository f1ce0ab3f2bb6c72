package com.luckyfunatic.benchmarks.http;

import java.util.concurrent.CompletableFuture;

/**
 * The time line of a run on {@link System#nanoTime()}: start, begin of the measurement, end.
 * Thread-safe.
 */
final class RunClock {
    private final long warmupNanos;
    private final long durationNanos;
    private final CompletableFuture<Long> start = new CompletableFuture<>();

    RunClock(LoadPlan plan) {
        this.warmupNanos = plan.warmup().toNanos();
        this.durationNanos = plan.duration().toNanos();
    }

    /**
     * The start of the run: the first call, which the first virtual user makes once all connections
     * are open.
     */
    long startNanos() {
        if (!start.isDone()) {
            start.complete(System.nanoTime());
        }
        return start.join();
    }

    /** The current time, never before the start: the first call starts the run. */
    long now() {
        startNanos();
        return System.nanoTime();
    }

    /** Completes with the start of the run. */
    CompletableFuture<Long> started() {
        return start.copy();
    }

    long warmupNanos() {
        return warmupNanos;
    }

    long durationNanos() {
        return durationNanos;
    }

    /** Whether that moment comes before the measurement. */
    boolean isWarmup(long nanos) {
        return nanos - startNanos() < warmupNanos;
    }

    /** Whether a request that was meant to start then is recorded. */
    boolean isMeasured(long intendedNanos) {
        return !isWarmup(intendedNanos) && !isOver(intendedNanos);
    }

    /** Whether a request that is meant to start then comes after the end. */
    boolean isOver(long intendedNanos) {
        return intendedNanos - startNanos() >= warmupNanos + durationNanos;
    }
}
