package com.luckyfunatic.server.http;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * One turn of an event loop, in which it reads from all connections where something has come, and
 * how many of those requests it goes on with: fewer after long turns, more after short ones.
 * Whoever is read last in a turn has waited for all before.
 *
 * <p>One long turn changes nothing: a pause of the collector makes one, and is no sign of too much
 * to do. Used by the loop's thread only.
 */
final class LoopTurn implements Runnable {
    private static final int LEAST = 32;
    private static final double BACKOFF = 0.8;

    private final Executor loop;
    private final long nanosMax;
    private final LongSupplier nanoClock;
    private int allowed = Integer.MAX_VALUE;
    private int requests;
    private long beganAtNanos;
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
            loop.execute(this);
        }
        requests++;
        return requests > allowed;
    }

    /** Ends the turn. */
    @Override
    public void run() {
        boolean isLong = nanoClock.getAsLong() - beganAtNanos > nanosMax;
        if (!isLong) {
            allowed = allowed == Integer.MAX_VALUE ? allowed : allowed + 1;
        } else if (wasLong) {
            allowed = Math.max(LEAST, (int) (Math.min(allowed, requests) * BACKOFF));
        }
        wasLong = isLong;
        requests = 0;
    }
}
