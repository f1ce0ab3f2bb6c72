package com.luckyfunatic.benchmarks.crash;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * When operations begin. At a rate they begin on time whether or not earlier ones were answered, as
 * long as a client is free; what is late begins at once. Thread-safe.
 */
final class Pace {
    private final long start = System.nanoTime();
    private final double nanosBetween;
    private final AtomicLong begun = new AtomicLong();

    private Pace(double nanosBetween) {
        this.nanosBetween = nanosBetween;
    }

    /**
     * Starts a pace.
     *
     * @param perSecond operations of all clients together; 0 for as many as are answered
     */
    static Pace of(double perSecond) {
        return new Pace(perSecond > 0 ? 1e9 / perSecond : 0);
    }

    /** Returns when the caller may begin the next operation. */
    void await() {
        long due = start + (long) (begun.getAndIncrement() * nanosBetween);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
