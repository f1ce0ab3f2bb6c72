package com.luckyfunatic.engine.presence;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;

/**
 * A stretch of play. A player's sessions are told apart by when they started. Immutable.
 *
 * @param player whose
 * @param startedAtMillis its first request, epoch milliseconds; never changes
 * @param lastSeenAtMillis the last one so far, epoch milliseconds
 * @param requests how many there were, 0 to {@link Amounts#MAX}
 * @param taps how many taps were accepted in them, 0 to {@link Amounts#MAX}
 * @param client what the client said of itself last
 */
public record PlaySession(
        PlayerId player,
        long startedAtMillis,
        long lastSeenAtMillis,
        long requests,
        long taps,
        ClientInfo client) {
    /** The last moment that a session can have: the end of the year 9999, epoch milliseconds. */
    public static final long MOMENT_MAX = 253_402_300_799_999L;

    /** Checks the ranges. */
    public PlaySession {
        requireTimes(startedAtMillis, lastSeenAtMillis);
        Amounts.require("requests", requests);
        Amounts.require("taps", taps);
    }

    static void requireTimes(long first, long last) {
        if (first < 0 || last < first || last > MOMENT_MAX) {
            throw new IllegalArgumentException(
                    "no times of a stretch of play: " + first + " to " + last);
        }
    }

    /** How long it took from the first request to the last, milliseconds. */
    public long lengthMillis() {
        return lastSeenAtMillis - startedAtMillis;
    }

    /**
     * How much has been counted in it. Of two states of one session, the one that has counted more
     * is the later: whoever stores it keeps that one, in whatever order they come.
     */
    public long counted() {
        return requests + taps;
    }

    /** Whether {@code other} is this session in some state. */
    public boolean isSame(PlaySession other) {
        return startedAtMillis == other.startedAtMillis && player.equals(other.player);
    }
}
