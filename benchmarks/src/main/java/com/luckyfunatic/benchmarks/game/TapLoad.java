package com.luckyfunatic.benchmarks.game;

import java.time.Instant;

/** The tap that all benchmarks make: as many at once as a client sends, always paid in full. */
public final class TapLoad {
    /** Taps of one command. */
    public static final int TAPS = 5;

    /**
     * What has to pass for a player before the next command, so that energy and bucket allow it.
     */
    public static final long MILLIS_BETWEEN = 6_000;

    /** Where the clocks of benchmarks start: late enough for every id ever made. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private TapLoad() {}

    /**
     * Returns a clock for commands that go through {@code players} in turn and read it {@code
     * readings} times each.
     */
    public static SteppingClock clock(int players, int readings) {
        return new SteppingClock(
                START, Math.ceilDiv(MILLIS_BETWEEN, Math.multiplyExact((long) players, readings)));
    }
}
