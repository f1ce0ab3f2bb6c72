package com.luckyfunatic.benchmarks.http;

import org.HdrHistogram.Histogram;

/** What became of the requests that were meant to start within a time span. Not thread-safe. */
final class Fates {
    private static final int OVERLOADED = 503;
    private static final long LOWEST_NANOS = 1_000;
    private static final long HIGHEST_NANOS = 120_000_000_000L;

    /** There is one of these for every second. */
    private static final int DIGITS = 2;

    private final Histogram accepted = histogram();
    private final Histogram service = histogram();
    private final Histogram refused = histogram();
    private final Histogram late = histogram();
    private long failed;

    private static Histogram histogram() {
        return new Histogram(LOWEST_NANOS, HIGHEST_NANOS, DIGITS);
    }

    void record(int status, RequestTimes times) {
        late.recordValue(within(times.late()));
        long took = within(times.response());
        if (status / 100 == 2) {
            accepted.recordValue(took);
            service.recordValue(within(times.service()));
        } else if (status == OVERLOADED) {
            refused.recordValue(took);
        } else {
            failed++;
        }
    }

    private static long within(long nanos) {
        return Math.clamp(nanos, 0, HIGHEST_NANOS);
    }

    /** Adds those of another time span. */
    void add(Fates other) {
        accepted.add(other.accepted);
        service.add(other.service);
        refused.add(other.refused);
        late.add(other.late);
        failed += other.failed;
    }

    /** How long accepted ones took from their intended start, nanoseconds. */
    Histogram accepted() {
        return accepted;
    }

    /** How long accepted ones took from the moment they were sent, nanoseconds. */
    Histogram service() {
        return service;
    }

    /** How long those took that were told that the server has too much to do, nanoseconds. */
    Histogram refused() {
        return refused;
    }

    /** How long after each could be sent the generator sent it, nanoseconds. */
    Histogram late() {
        return late;
    }

    /** Those with another answer, or none. */
    long failed() {
        return failed;
    }

    /** All of them. */
    long requests() {
        return accepted.getTotalCount() + refused.getTotalCount() + failed;
    }
}
