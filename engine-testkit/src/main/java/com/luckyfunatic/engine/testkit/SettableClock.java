package com.luckyfunatic.engine.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves only by hand, also backwards, in whole milliseconds. Thread-safe. */
public final class SettableClock implements InstantSource {
    /** Where the clocks of the contracts start: a midnight, so that days are easy to count. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicLong millis;

    /** Starts at {@link #START}. */
    public SettableClock() {
        this(START);
    }

    /** Starts at {@code start}. */
    public SettableClock(Instant start) {
        millis = new AtomicLong(start.toEpochMilli());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return millis.get();
    }

    /** Moves to {@code instant}. */
    public void set(Instant instant) {
        millis.set(instant.toEpochMilli());
    }

    /** Moves by {@code duration}; a negative one moves back. */
    public void advance(Duration duration) {
        millis.addAndGet(duration.toMillis());
    }

    @Override
    public String toString() {
        return "SettableClock[" + instant() + "]";
    }
}
