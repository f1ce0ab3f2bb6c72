package com.luckyfunatic.engine.account;

import org.jspecify.annotations.Nullable;

/**
 * Whether a player may play, and by which logins.
 *
 * @param ban the last ban that nobody has lifted, which may be over; null for none
 * @param loginsEndedAtMillis logins until then, that moment included, are over; epoch milliseconds,
 *     0 when none was ended
 */
public record Admission(@Nullable Ban ban, long loginsEndedAtMillis) {
    /** Of a player about whom nobody has decided anything. */
    public static final Admission FREE = new Admission(null, 0);

    /**
     * The end of logins of a player whom nobody will ever be again: no token is accepted, of
     * whatever time.
     */
    public static final long LOGINS_ENDED_FOR_EVER = Long.MAX_VALUE;

    /** Checks the range. */
    public Admission {
        if (loginsEndedAtMillis < 0) {
            throw new IllegalArgumentException("the end of logins is out of range");
        }
    }

    /** Returns whether the account was deleted: nobody will ever be this player again. */
    public boolean isErased() {
        return loginsEndedAtMillis == LOGINS_ENDED_FOR_EVER;
    }

    /** Returns the ban that holds at {@code nowMillis}, null for none. */
    public @Nullable Ban banAt(long nowMillis) {
        return ban != null && ban.holdsAt(nowMillis) ? ban : null;
    }

    /**
     * Returns whether a login is not among those that were ended.
     *
     * @param issuedAtMillis when its token was issued, epoch milliseconds
     */
    public boolean accepts(long issuedAtMillis) {
        return loginsEndedAtMillis == 0 || issuedAtMillis > loginsEndedAtMillis;
    }

    /**
     * Returns when a token that is made at {@code nowMillis} is issued, so that it is accepted
     * unless logins have ended for ever.
     */
    public long issuedAtMillis(long nowMillis) {
        return isErased() ? nowMillis : Math.max(nowMillis, loginsEndedAtMillis + 1);
    }

    /** Returns this after {@code newBan}, which takes the place of one before. */
    public Admission banned(Ban newBan) {
        return new Admission(newBan, loginsEndedAtMillis);
    }

    /** Returns this without a ban. */
    public Admission unbanned() {
        return new Admission(null, loginsEndedAtMillis);
    }

    /** Returns this after logins until {@code atMillis} have ended; an end is never taken back. */
    public Admission withLoginsEnded(long atMillis) {
        return new Admission(ban, Math.max(loginsEndedAtMillis, atMillis));
    }
}
