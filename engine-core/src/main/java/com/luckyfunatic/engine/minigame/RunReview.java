package com.luckyfunatic.engine.minigame;

import com.luckyfunatic.engine.amount.Amounts;

/**
 * What somebody said about a score that is not plausible. It is for good.
 *
 * @param approved whether it counts
 * @param by who said so, 1 to {@link #BY_MAX} characters
 * @param reason why, 1 to {@link #REASON_MAX} characters
 * @param atMillis when, epoch milliseconds
 */
public record RunReview(boolean approved, String by, String reason, long atMillis) {
    /** The most characters of who said it. */
    public static final int BY_MAX = 64;

    /** The most characters of a reason. */
    public static final int REASON_MAX = 300;

    /** Checks the lengths. */
    public RunReview {
        Amounts.require("atMillis", atMillis);
        if (by.isBlank() || by.length() > BY_MAX) {
            throw new IllegalArgumentException("by has 1 to " + BY_MAX + " characters");
        }
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw new IllegalArgumentException("a reason has 1 to " + REASON_MAX + " characters");
        }
    }
}
