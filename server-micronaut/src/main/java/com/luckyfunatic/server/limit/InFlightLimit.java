package com.luckyfunatic.server.limit;

import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limiter.SimpleLimiter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many requests may be in flight at once: fewer after slow answers, more after quick ones that
 * came while many were in flight.
 *
 * <p>What is beyond waits nowhere, because a queue that is longer than callers are patient does
 * work for nobody. Thread-safe; never blocks.
 */
public final class InFlightLimit {
    private static final double BACKOFF = 0.9;
    private static final String ANY = "";

    private final @Nullable SimpleLimiter<String> limiter;

    private InFlightLimit(@Nullable SimpleLimiter<String> limiter) {
        this.limiter = limiter;
    }

    /**
     * Begins with the most.
     *
     * @param min how many may be in flight however slow answers are; the most, if it is more
     * @param max how many at most; 0 for no limit
     * @param slow an answer that took longer lowers the limit
     * @param nanoClock what answers are timed with
     */
    public static InFlightLimit between(int min, int max, Duration slow, LongSupplier nanoClock) {
        if (max == 0) {
            return new InFlightLimit(null);
        }
        AIMDLimit limit =
                AIMDLimit.newBuilder()
                        .initialLimit(max)
                        .minLimit(Math.min(min, max))
                        .maxLimit(max)
                        .backoffRatio(BACKOFF)
                        .timeout(slow.toNanos(), TimeUnit.NANOSECONDS)
                        .build();
        return new InFlightLimit(
                SimpleLimiter.newBuilder().limit(limit).nanoClock(nanoClock).build());
    }

    /** Whether there is a limit. */
    public boolean isOn() {
        return limiter != null;
    }

    /** Takes a place; nothing when there is none, or no limit. */
    public @Nullable Permit tryAcquire() {
        return limiter == null ? null : limiter.acquire(ANY).map(Permit::new).orElse(null);
    }

    /** How many requests hold a place. */
    public int inFlight() {
        return limiter == null ? 0 : limiter.getInflight();
    }

    /** How many requests may hold a place now; 0 for any number. */
    public int limit() {
        return limiter == null ? 0 : limiter.getLimit();
    }
}
