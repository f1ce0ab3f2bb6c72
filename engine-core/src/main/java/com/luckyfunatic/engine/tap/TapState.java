package com.luckyfunatic.engine.tap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A player's taps.
 *
 * @param taps accepted in the player's life
 * @param tokens what is left in the rate limit's bucket, thousandths of a tap
 * @param tokensAtMillis the moment that is true for, epoch milliseconds
 * @param sessions the last numbered tap of the latest sessions, oldest session first, at most
 *     {@link #SESSIONS_MAX}
 */
public record TapState(long taps, long tokens, long tokensAtMillis, List<TapSession> sessions) {
    /** Thousandths of a tap in one. */
    public static final long TOKENS_PER_TAP = 1_000;

    /** The most sessions whose last tap is remembered. */
    public static final int SESSIONS_MAX = 4;

    /** Copies the list. */
    public TapState {
        sessions = List.copyOf(sessions);
    }

    /** Returns what is remembered of {@code session}, or null. */
    public @Nullable TapSession session(long session) {
        for (int i = sessions.size() - 1; i >= 0; i--) {
            if (sessions.get(i).session() == session) {
                return sessions.get(i);
            }
        }
        return null;
    }

    /** Returns this with other last taps of sessions. */
    public TapState withSessions(List<TapSession> other) {
        return new TapState(taps, tokens, tokensAtMillis, other);
    }

    /** Returns whether {@code session} is so old that its last tap has been forgotten. */
    boolean isForgotten(long session) {
        return sessions.size() == SESSIONS_MAX && session < sessions.getFirst().session();
    }

    /** Returns {@code sessions}, oldest first, with {@code last} in the place of its session. */
    static List<TapSession> remember(List<TapSession> sessions, TapSession last) {
        int at = sessions.size();
        while (at > 0 && sessions.get(at - 1).session() > last.session()) {
            at--;
        }
        if (at > 0 && sessions.get(at - 1).session() == last.session()) {
            return replaced(sessions, at - 1, last);
        }
        List<TapSession> copy = new ArrayList<>(sessions);
        copy.add(at, last);
        if (copy.size() > SESSIONS_MAX) {
            copy.removeFirst();
        }
        return List.copyOf(copy);
    }

    private static List<TapSession> replaced(List<TapSession> sessions, int at, TapSession by) {
        if (sessions.size() == 1) {
            return List.of(by);
        }
        TapSession[] copy = sessions.toArray(new TapSession[0]);
        copy[at] = by;
        return List.of(copy);
    }
}
