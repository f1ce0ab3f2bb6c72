package com.luckyfunatic.storage.mysql;

import java.util.concurrent.TimeUnit;

/**
 * How many changes a group should wait for, and how long. Callers whose changes have been committed
 * often come with the next ones at once: a group that left with the first of them would be small,
 * and a small one costs nearly as much as a large one. Used by one thread.
 */
final class GroupFill {
    private static final long PATIENCE_MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** As a share of what the last group took: who waits in vain loses little. */
    private static final int PATIENCE_SHARE = 4;

    private final int max;
    private int expected = 1;
    private long patienceNanos;

    /**
     * @param max the largest group
     */
    GroupFill(int max) {
        this.max = max;
    }

    /**
     * Learns from a group.
     *
     * @param size how many changes it had
     * @param waiting how many had come until it was written
     * @param nanos how long that took
     */
    void written(int size, int waiting, long nanos) {
        expected = Math.min(max, size + waiting);
        patienceNanos = Math.min(PATIENCE_MAX_NANOS, nanos / PATIENCE_SHARE);
    }

    /** Returns whether a group of {@code size} that has waited for {@code nanos} waits on. */
    boolean isWaiting(int size, long nanos) {
        return size < expected && nanos < patienceNanos;
    }
}
