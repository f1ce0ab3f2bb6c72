package com.luckyfunatic.engine.session;

/**
 * A player's logins.
 *
 * @param session the latest session; 0 before the first
 * @param loggedInAtMillis when it began, epoch milliseconds
 */
public record SessionState(long session, long loggedInAtMillis) {
    /** Never logged in. */
    public static final SessionState NONE = new SessionState(0, 0);
}
