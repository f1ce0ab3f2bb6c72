package com.luckyfunatic.server.http;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * One turn of an event loop, in which it reads from all connections where something has come, and
 * how many of those requests it goes on with: fewer while turns are long, more after short ones.
 * Whoever is read last in a turn has waited for all before.
 *
 * <p>A long turn alone changes nothing: a pause of the collector makes one, and so does a crowd
 * that comes at once. Neither do long turns with few requests: a server that has just started is
 * slow. Only when turns go on being long it is no crowd, but more than can be done. Used by the
 * loop's thread only.
 */
final class LoopTurn implements Runnable {
    /** As many of a crowd are taken in any turn. */
    private static final int CROWD = 128;

    /** As many are taken in any turn, however long that lasts. */
    private static final int LEAST = 32;

    private static final double BACKOFF = 0.8;

    /** Times a turn's length, for which all turns must have been long before fewer are taken. */
    private static final int LASTING = 25;

    /** The same, before fewer are taken than of a crowd. */
    private static final int LASTING_ON = 100;

    /** The same, without a request: what was lasting has ended. */
    private static final int PAUSE = 10;

    private final Executor loop;
    private final long nanosMax;
    private final LongSupplier nanoClock;
    private int allowed = Integer.MAX_VALUE;
    private int requests;
    private long beganAtNanos;
    private long longSinceNanos;
    private long endedAtNanos;
    private boolean wasLong;

    /**
     * Of {@code loop}, which runs what it is given when everything is read.
     *
     * @param nanosMax how long a turn may take
     */
    LoopTurn(Executor loop, long nanosMax, LongSupplier nanoClock) {
        this.loop = loop;
        this.nanosMax = nanosMax;
        this.nanoClock = nanoClock;
    }

    /** Counts one more request. Returns whether it is too much for this turn. */
    boolean isOneTooMany() {
        if (requests == 0) {
            beganAtNanos = nanoClock.getAsLong();
            wasLong &= beganAtNanos - endedAtNanos <= PAUSE * nanosMax;
            loop.execute(this);
        }
        requests++;
        return requests > allowed;
    }

    /** Ends the turn. */
    @Override
    public void run() {
        long now = nanoClock.getAsLong();
        boolean isLong = requests > Math.min(CROWD, allowed) && now - beganAtNanos > nanosMax;
        if (!isLong) {
            allowed = allowed == Integer.MAX_VALUE ? allowed : allowed + 1;
        } else if (!wasLong) {
            longSinceNanos = beganAtNanos;
        } else {
            backOff(now - longSinceNanos);
        }
        endedAtNanos = now;
        wasLong = isLong;
        requests = 0;
    }

    private void backOff(long lastingNanos) {
        if (lastingNanos <= LASTING * nanosMax) {
            return;
        }
        int least = lastingNanos <= LASTING_ON * nanosMax ? CROWD : LEAST;
        int fewer = Math.max(least, (int) (Math.min(allowed, requests) * BACKOFF));
        allowed = Math.min(allowed, fewer);
    }
}
