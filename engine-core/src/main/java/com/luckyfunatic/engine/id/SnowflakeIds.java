package com.luckyfunatic.engine.id;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes unique, time-ordered, positive 64-bit ids without asking anybody: 41 bits of milliseconds
 * since 2024-01-01 UTC, 10 bits of worker, 12 bits of sequence.
 *
 * <p>Every id of one instance is greater than the one before. The generator keeps its own time,
 * which never runs backwards: when the clock does, or when more than 4 096 ids are asked for in a
 * millisecond, it counts on from the last id and so runs ahead of the clock instead of repeating
 * itself. Uniqueness across restarts needs a floor above all ids ever stored; across processes,
 * different workers. Thread-safe, lock-free, no allocation.
 *
 * <p>The layout is the one Twitter published as Snowflake in 2010. Ids can be guessed: they must
 * not serve as secrets.
 */
public final class SnowflakeIds implements IdSource {
    /** The greatest worker number. */
    public static final int WORKER_MAX = (1 << 10) - 1;

    private static final long EPOCH_MILLIS = 1_704_067_200_000L;
    private static final int SEQUENCE_BITS = 12;
    private static final int WORKER_BITS = 10;
    private static final long SEQUENCE_MAX = (1L << SEQUENCE_BITS) - 1;
    private static final long TIME_MAX = (1L << 41) - 1;

    private final InstantSource clock;
    private final long worker;

    /** The last id without its worker bits: time and sequence count up as one number. */
    private final AtomicLong last;

    /**
     * Makes ids for {@code worker}.
     *
     * @param worker 0 to {@link #WORKER_MAX}, used by no other process at the same time
     * @param clock the time
     * @param floor every id will be greater than this; 0 for none
     */
    public SnowflakeIds(int worker, InstantSource clock, long floor) {
        if (worker < 0 || worker > WORKER_MAX) {
            throw new IllegalArgumentException(
                    "worker must be 0 to " + WORKER_MAX + ", was " + worker);
        }
        this.worker = worker;
        this.clock = clock;
        last = new AtomicLong(floor == 0 ? 0 : lastOfItsMillisecond(floor));
    }

    /**
     * Returns a new id.
     *
     * @throws IllegalStateException when the 41 bits of time are used up, in the year 2093
     */
    @Override
    public long next() {
        long now = Math.max(0, clock.millis() - EPOCH_MILLIS) << SEQUENCE_BITS;
        long before;
        long next;
        do {
            before = last.get();
            next = Math.max(before + 1, now);
        } while (!last.compareAndSet(before, next));
        long time = next >>> SEQUENCE_BITS;
        if (time > TIME_MAX) {
            throw new IllegalStateException("ids are used up at time " + time);
        }
        return time << (SEQUENCE_BITS + WORKER_BITS)
                | worker << SEQUENCE_BITS
                | (next & SEQUENCE_MAX);
    }

    /** Returns when the id was made, epoch milliseconds, as far as its generator knew. */
    public static long millisOf(long id) {
        return (id >>> (SEQUENCE_BITS + WORKER_BITS)) + EPOCH_MILLIS;
    }

    /**
     * Returns the greatest id that any generator makes at {@code millis}: the floor of one whose
     * ids must all be later.
     */
    public static long lastAt(long millis) {
        long time = Math.clamp(millis - EPOCH_MILLIS, 0, TIME_MAX);
        return time << (SEQUENCE_BITS + WORKER_BITS)
                | ((long) WORKER_MAX << SEQUENCE_BITS)
                | SEQUENCE_MAX;
    }

    /** The floor may have greater worker bits, so only the next millisecond is surely above it. */
    private static long lastOfItsMillisecond(long id) {
        return (id >>> (SEQUENCE_BITS + WORKER_BITS)) << SEQUENCE_BITS | SEQUENCE_MAX;
    }
}
