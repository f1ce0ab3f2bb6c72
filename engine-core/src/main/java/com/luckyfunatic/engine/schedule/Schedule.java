package com.luckyfunatic.engine.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * When something happens that happens again and again: occurrence 1 from {@code firstStart} on for
 * {@code lasts}, and each further one {@code every} later.
 *
 * @param firstStart when the first one begins
 * @param every how long after the begin of one the next one begins, at least a second
 * @param lasts how long each is, at least a second and at most {@code every}
 */
public record Schedule(Instant firstStart, Duration every, Duration lasts) {
    /** Returns whether it makes sense; only then the other methods may be asked. */
    public boolean isValid() {
        return every.compareTo(Duration.ofSeconds(1)) >= 0
                && lasts.compareTo(Duration.ofSeconds(1)) >= 0
                && lasts.compareTo(every) <= 0;
    }

    /** Returns the number of the latest occurrence that has begun at {@code nowMillis}, or 0. */
    public long latest(long nowMillis) {
        long since = nowMillis - firstStart.toEpochMilli();
        return since < 0 ? 0 : since / every.toMillis() + 1;
    }

    /**
     * Returns when an occurrence begins, epoch milliseconds.
     *
     * @param occurrence 1 or more
     */
    public long startOf(long occurrence) {
        return firstStart.toEpochMilli() + (occurrence - 1) * every.toMillis();
    }

    /** Returns when an occurrence ends, epoch milliseconds. */
    public long endOf(long occurrence) {
        return startOf(occurrence) + lasts.toMillis();
    }
}
