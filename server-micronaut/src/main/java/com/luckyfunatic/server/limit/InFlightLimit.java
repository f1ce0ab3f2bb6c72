package com.luckyfunatic.server.limit;

import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import com.netflix.concurrency.limits.limit.window.PercentileSampleWindowFactory;
import com.netflix.concurrency.limits.limiter.AbstractPartitionedLimiter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many requests may be in flight at once: fewer after slow answers, more after quick ones that
 * came while many were in flight. Each kind of request has half of the places for itself, and more
 * while there are any.
 *
 * <p>What is beyond waits nowhere, because a queue that is longer than callers are patient does
 * work for nobody. Thread-safe; never blocks.
 */
public final class InFlightLimit {
    private static final double BACKOFF = 0.9;
    private static final double SHARE = 0.5;

    /**
     * Answers are judged together: a database that stands still for a moment makes hundreds slow at
     * once, and if each of them lowered the limit, little would be left of it.
     */
    private static final Duration WINDOW = Duration.ofMillis(100);

    private static final Duration WINDOW_MAX = Duration.ofSeconds(1);
    private static final int ANSWERS_MIN = 10;
    private static final double JUDGED_BY = 0.9;

    private final @Nullable Places limiter;

    private InFlightLimit(@Nullable Places limiter) {
        this.limiter = limiter;
    }

    /** What a request needs. */
    public enum Kind {
        /** The hot store, mostly: it must be served while others wait for a store that is away. */
        HOT,
        /** Any store. */
        ANY
    }

    /** The places, shared among the kinds. */
    private static final class Places extends AbstractPartitionedLimiter<Kind> {
        Places(Builder builder) {
            super(builder);
        }

        static final class Builder extends AbstractPartitionedLimiter.Builder<Builder, Kind> {
            @Override
            protected Builder self() {
                return this;
            }
        }
    }

    /**
     * Begins with the most.
     *
     * @param min how many may be in flight however slow answers are; the most, if it is more
     * @param max how many at most, of one kind while the other has none; 0 for no limit
     * @param slow if one of ten answers took longer, the limit is lowered
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
        WindowedLimit judged =
                WindowedLimit.newBuilder()
                        .minWindowTime(WINDOW.toMillis(), TimeUnit.MILLISECONDS)
                        .maxWindowTime(WINDOW_MAX.toMillis(), TimeUnit.MILLISECONDS)
                        .windowSize(ANSWERS_MIN)
                        .sampleWindowFactory(
                                PercentileSampleWindowFactory.of(JUDGED_BY, ANSWERS_MIN))
                        .build(limit);
        Places.Builder places =
                new Places.Builder()
                        .partitionResolver(Kind::name)
                        .partition(Kind.HOT.name(), SHARE)
                        .partition(Kind.ANY.name(), SHARE)
                        .limit(judged)
                        .nanoClock(nanoClock);
        return new InFlightLimit(new Places(places));
    }

    /** Whether there is a limit. */
    public boolean isOn() {
        return limiter != null;
    }

    /** Takes a place; nothing when there is none, or no limit. */
    public @Nullable Permit tryAcquire(Kind kind) {
        Limiter.Listener listener = limiter == null ? null : limiter.acquire(kind).orElse(null);
        return listener == null ? null : new Permit(listener);
    }

    /** Whether a request would get a place now. */
    public boolean hasPlace(Kind kind) {
        if (limiter == null) {
            return true;
        }
        Limiter.Listener listener = limiter.acquire(kind).orElse(null);
        if (listener == null) {
            return false;
        }
        listener.onIgnore();
        return true;
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
