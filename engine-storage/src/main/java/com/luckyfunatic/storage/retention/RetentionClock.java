package com.luckyfunatic.storage.retention;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time by which a store counts how long it keeps something: its own, never that of a command,
 * whose sender's clock may be days ahead.
 *
 * <p>It is the smaller of the machine's clock and of what that clock showed at the start plus the
 * time that has passed since. So a clock that is set forward makes nothing forgotten early; one
 * that is set back makes it forgotten late, which does no harm. Thread-safe.
 */
public final class RetentionClock {
    /**
     * How long every operation is known that need not be known for ever, and the state of any
     * answer.
     */
    public static final Duration OPERATIONS_KEPT = Duration.ofHours(24);

    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final long startMillis;
    private final long startNanos;

    /**
     * A clock that starts now.
     *
     * @param clock the machine's clock, which may be set
     * @param nanoTime the time that passes, which cannot, in nanoseconds from any origin
     */
    public RetentionClock(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        startMillis = clock.millis();
        startNanos = nanoTime.getAsLong();
    }

    /** Returns a clock of this machine that starts now. */
    public static RetentionClock system() {
        return new RetentionClock(InstantSource.system(), System::nanoTime);
    }

    /** The time, epoch milliseconds. */
    public long millis() {
        Duration passed = Duration.ofNanos(nanoTime.getAsLong() - startNanos);
        return Math.min(clock.millis(), startMillis + passed.toMillis());
    }
}
