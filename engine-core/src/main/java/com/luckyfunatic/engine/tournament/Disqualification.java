package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.amount.Amounts;

/**
 * That a player is out of a tournament.
 *
 * @param reason why, for the audit; 1 to {@link #REASON_MAX} characters
 * @param actor who decided it; 1 to {@link #ACTOR_MAX} characters
 * @param atMillis when, epoch milliseconds
 */
public record Disqualification(String reason, String actor, long atMillis) {
    /** The most characters of a reason. */
    public static final int REASON_MAX = 200;

    /** The most characters of who decided it. */
    public static final int ACTOR_MAX = 100;

    /** Checks the ranges. */
    public Disqualification {
        requireText("reason", reason, REASON_MAX);
        requireText("actor", actor, ACTOR_MAX);
        Amounts.require("atMillis", atMillis);
    }

    private static void requireText(String name, String text, int max) {
        if (text.isBlank() || text.length() > max) {
            throw new IllegalArgumentException(name + " must have 1 to " + max + " characters");
        }
    }
}
