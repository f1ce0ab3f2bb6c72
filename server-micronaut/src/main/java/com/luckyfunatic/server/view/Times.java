package com.luckyfunatic.server.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How moments and durations of the engine look to clients. */
final class Times {
    private static final long MILLIS_PER_SECOND = 1_000;

    private Times() {}

    /** Returns the moment {@code epochMillis}, or null for 0, the engine's "none". */
    static @Nullable Instant instantOrNull(long epochMillis) {
        return epochMillis == 0 ? null : Instant.ofEpochMilli(epochMillis);
    }

    /** Returns the whole seconds of a countdown, rounded up: it shows 0 only when it is over. */
    static long secondsLeft(long millis) {
        return Math.ceilDiv(millis, MILLIS_PER_SECOND);
    }
}
