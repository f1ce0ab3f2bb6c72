package com.luckyfunatic.benchmarks.game;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that moves on by itself with every reading, so that energy and the tap bucket refill as
 * fast as a benchmark spends them. Thread-safe.
 */
public final class SteppingClock implements InstantSource {
    private final long stepMillis;
    private final AtomicLong millis;

    /**
     * @param start the first reading
     * @param stepMillis how far each reading moves it, positive
     */
    public SteppingClock(Instant start, long stepMillis) {
        if (stepMillis < 1) {
            throw new IllegalArgumentException("stepMillis must be positive, was " + stepMillis);
        }
        this.stepMillis = stepMillis;
        millis = new AtomicLong(start.toEpochMilli());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return millis.getAndAdd(stepMillis);
    }
}
