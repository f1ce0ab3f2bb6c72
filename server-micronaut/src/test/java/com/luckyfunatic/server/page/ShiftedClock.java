package com.luckyfunatic.server.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that runs like the system's and can be put forward. It begins just after the next
 * midnight, so that no test which lets hours pass comes into another day by the time it runs at.
 * Thread-safe.
 */
final class ShiftedClock implements InstantSource {
    private final AtomicReference<Duration> shift = new AtomicReference<>(untilNextDay());

    private static Duration untilNextDay() {
        Instant now = InstantSource.system().instant();
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        return Duration.between(now, midnight).plusMinutes(1);
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(shift.get());
    }

    void advance(Duration duration) {
        shift.accumulateAndGet(duration, Duration::plus);
    }
}
