package com.luckyfunatic.storage.clock;

import com.luckyfunatic.engine.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one database, as every server of a game has it: what begins on one server and ends
 * on another is timed by one clock.
 *
 * <p>The database is asked now and then; in between, the time that has passed on this machine is
 * added, by a counter that nobody sets. A reading is wrong by half of the time it took at most (the
 * answer may have been made at its begin or at its end), and by the millisecond it is cut to; the
 * shortest of some readings is taken, none that may be wrong by more than {@link #ERROR_MAX}, and
 * none that only says worse what is known already. Until the first one it is the local clock. It
 * may go back a little when it is set.
 *
 * <p>A database whose clock leaps, because another machine has taken its place, is not believed
 * alone: raffles would be drawn and tournaments be paid before their time, on every server. A
 * reading that is far from the time that runs here is taken only if the local clock agrees with it.
 *
 * <p>Thread-safe; telling the time costs no call of anybody.
 */
public final class SharedClock implements InstantSource {
    /** How much a reading may be wrong by to be taken. */
    public static final Duration ERROR_MAX = Duration.ofMillis(50);

    /** How far a reading may be from the running time and from the local clock to be taken. */
    public static final Duration LEAP_MAX = Duration.ofSeconds(1);

    /** The same for the first one, when the local clock is all there is. */
    public static final Duration FIRST_LEAP_MAX = Duration.ofMinutes(1);

    /** The counters of two machines are apart by one part in so many. */
    private static final long DRIFT = 10_000;

    private static final int READINGS = 3;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final InstantSource local;
    private final LongSupplier nanos;
    private volatile @Nullable LongSupplier truth;
    private volatile @Nullable Reading last;

    /**
     * What the database said, halfway between question and answer.
     *
     * @param tookNanos from the question to the answer
     */
    private record Reading(long millis, long atNanos, long tookNanos) {
        Duration error() {
            return Duration.ofNanos(tookNanos / 2);
        }

        /** By how much it may be wrong later on, when the counter has gone its own way. */
        long errorNanosAt(long laterNanos) {
            return tookNanos / 2 + Math.abs(laterNanos - atNanos) / DRIFT;
        }
    }

    /**
     * @param local what it is until it has a database to follow
     * @param nanos counts nanoseconds from whenever, evenly
     */
    public SharedClock(InstantSource local, LongSupplier nanos) {
        this.local = local;
        this.nanos = nanos;
    }

    /** Returns one that begins as the clock of this machine. */
    public static SharedClock system() {
        return new SharedClock(InstantSource.system(), System::nanoTime);
    }

    @Override
    public long millis() {
        Reading reading = last;
        return reading == null ? local.millis() : millisSince(reading);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    /**
     * Follows a database from now on.
     *
     * @param databaseMillis asks it for its time, epoch milliseconds
     * @return whether the clock is set by it now
     */
    public boolean follow(LongSupplier databaseMillis) {
        truth = databaseMillis;
        return refresh();
    }

    /**
     * Asks the database again; if it cannot be asked, answers slowly or is not to be believed, time
     * goes on as it did.
     *
     * @return whether the clock was set; not when it follows none
     */
    public boolean refresh() {
        LongSupplier asked = truth;
        if (asked == null) {
            return false;
        }
        try {
            Reading best = read(asked);
            for (int i = 1; i < READINGS; i++) {
                Reading next = read(asked);
                best = next.tookNanos() < best.tookNanos() ? next : best;
            }
            if (best.error().compareTo(ERROR_MAX) > 0 || !isCredible(best)) {
                return false;
            }
            last = better(last, best);
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    /** A slow reading says nothing against a quick one of before, unless both cannot be right. */
    private Reading better(@Nullable Reading before, Reading next) {
        if (before == null) {
            return next;
        }
        long now = nanos.getAsLong();
        long errors = before.errorNanosAt(now) + next.errorNanosAt(now);
        long apart = Math.abs(millisSince(before) - millisSince(next)) * NANOS_PER_MILLI;
        boolean bothRight = apart <= errors + NANOS_PER_MILLI;
        return bothRight && before.errorNanosAt(now) < next.errorNanosAt(now) ? before : next;
    }

    private boolean isCredible(Reading reading) {
        long now = millisSince(reading);
        Duration most = last == null ? FIRST_LEAP_MAX : LEAP_MAX;
        return isNear(now, millis(), most) || isNear(now, local.millis(), most);
    }

    private static boolean isNear(long one, long other, Duration most) {
        return Math.abs(one - other) <= most.toMillis();
    }

    private long millisSince(Reading reading) {
        return reading.millis()
                + Math.floorDiv(nanos.getAsLong() - reading.atNanos(), NANOS_PER_MILLI);
    }

    private Reading read(LongSupplier asked) {
        long before = nanos.getAsLong();
        long millis = asked.getAsLong();
        long took = nanos.getAsLong() - before;
        return new Reading(millis, before + took / 2, took);
    }
}
