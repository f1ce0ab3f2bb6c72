package com.luckyfunatic.engine.presence;

import com.luckyfunatic.engine.amount.Amounts;
import org.jspecify.annotations.Nullable;

/** The rules of stretches of play. Pure. */
public final class PresenceRules {
    /** A session ends when its player has been idle for so long, milliseconds. */
    public static final long IDLE_MILLIS = 300_000;

    private PresenceRules() {}

    /**
     * Whether {@code sighting} belongs to {@code session}. What lies so far before its start that
     * it cannot belong to it is of another one: a server's clock has been put back, or the news
     * come late.
     */
    public static boolean continues(PlaySession session, Sighting sighting) {
        return sighting.firstAtMillis() - session.lastSeenAtMillis() < IDLE_MILLIS
                && session.startedAtMillis() - sighting.lastAtMillis() < IDLE_MILLIS;
    }

    /**
     * Returns the session in which {@code sighting} counts: {@code current}, or a new one.
     *
     * @param current the player's latest session; null for none
     */
    public static PlaySession after(@Nullable PlaySession current, Sighting sighting) {
        if (current == null || !continues(current, sighting)) {
            return new PlaySession(
                    sighting.player(),
                    sighting.firstAtMillis(),
                    sighting.lastAtMillis(),
                    sighting.requests(),
                    sighting.taps(),
                    sighting.client());
        }
        return new PlaySession(
                current.player(),
                current.startedAtMillis(),
                Math.max(current.lastSeenAtMillis(), sighting.lastAtMillis()),
                current.requests() + Amounts.creditable(current.requests(), sighting.requests()),
                current.taps() + Amounts.creditable(current.taps(), sighting.taps()),
                current.client().then(sighting.client()));
    }

    /** Whether {@code session} has ended by {@code nowMillis}: nothing more can belong to it. */
    public static boolean isOver(PlaySession session, long nowMillis) {
        return nowMillis - session.lastSeenAtMillis() >= IDLE_MILLIS;
    }

    /** Returns that of two states of one session which has counted more. */
    public static PlaySession later(PlaySession one, PlaySession other) {
        return other.counted() > one.counted() ? other : one;
    }
}
