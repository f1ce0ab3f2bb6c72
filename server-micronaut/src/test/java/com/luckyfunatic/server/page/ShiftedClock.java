package com.luckyfunatic.server.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs like the system's and can be put forward. Thread-safe. */
final class ShiftedClock implements InstantSource {
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(shift.get());
    }

    void advance(Duration duration) {
        shift.accumulateAndGet(duration, Duration::plus);
    }
}
