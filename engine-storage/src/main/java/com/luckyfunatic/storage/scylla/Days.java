package com.luckyfunatic.storage.scylla;

import java.time.Duration;
import java.time.LocalDate;

/** UTC days and the units that the database counts time in. */
final class Days {
    static final long SECONDS = Duration.ofDays(1).toSeconds();

    static final LocalDate FIRST = LocalDate.EPOCH;
    static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final long MILLIS = Duration.ofDays(1).toMillis();
    private static final long END_MILLIS = (LAST.toEpochDay() + 1) * MILLIS;
    private static final long MICROS_PER_MILLI = 1_000;

    private Days() {}

    /** Returns the moment, or the nearest there is a day for. */
    static long clamp(long epochMillis) {
        return Math.clamp(epochMillis, 0, END_MILLIS);
    }

    /** Returns the day of a moment. */
    static LocalDate of(long epochMillis) {
        if (epochMillis < 0 || epochMillis >= END_MILLIS) {
            throw new IllegalArgumentException("no moment of these times: " + epochMillis);
        }
        return LocalDate.ofEpochDay(epochMillis / MILLIS);
    }

    /** Returns the write time of what happened at a moment, microseconds. */
    static long writeTime(long epochMillis) {
        return epochMillis * MICROS_PER_MILLI;
    }

    /** Returns the write time of the first moment of {@code day}, microseconds. */
    static long writeTime(LocalDate day) {
        return writeTime(day.toEpochDay() * MILLIS);
    }
}
