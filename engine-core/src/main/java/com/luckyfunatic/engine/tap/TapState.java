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

    /** Returns whether {@code session} is so old that its last tap has been forgotten. */
    boolean isForgotten(long session) {
        return sessions.size() == SESSIONS_MAX && session < sessions.getFirst().session();
    }

    static List<TapSession> remember(List<TapSession> sessions, TapSession last) {
        if (sessions.size() == 1 && sessions.getFirst().session() == last.session()) {
            return List.of(last);
        }
        List<TapSession> copy = new ArrayList<>(sessions);
        copy.removeIf(each -> each.session() == last.session());
        int at = copy.size();
        while (at > 0 && copy.get(at - 1).session() > last.session()) {
            at--;
        }
        copy.add(at, last);
        if (copy.size() > SESSIONS_MAX) {
            copy.removeFirst();
        }
        return List.copyOf(copy);
    }
}
