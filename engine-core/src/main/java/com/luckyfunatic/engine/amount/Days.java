package com.luckyfunatic.engine.amount;

/** UTC calendar days as numbers of days since 1970-01-01; daily counters compare them. */
public final class Days {
    private static final long MILLIS = 86_400_000L;

    private Days() {}

    /** Returns the UTC day that holds the moment {@code epochMillis}. */
    public static long epochDay(long epochMillis) {
        return Math.floorDiv(epochMillis, MILLIS);
    }

    /** Returns the first millisecond of the day after the one that holds {@code epochMillis}. */
    public static long nextMidnight(long epochMillis) {
        return startOf(epochDay(epochMillis) + 1);
    }

    /** Returns the first millisecond of the day {@code epochDay}. */
    public static long startOf(long epochDay) {
        return epochDay * MILLIS;
    }
}
