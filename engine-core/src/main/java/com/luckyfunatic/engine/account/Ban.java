package com.luckyfunatic.engine.account;

/**
 * Why and until when a player may not play.
 *
 * @param untilMillis the first moment at which they may again, epoch milliseconds, at least 1;
 *     {@link #FOR_EVER} for none
 * @param reason why, for those who run the game; 1 to {@value #REASON_LENGTH_MAX} characters
 * @param actor who banned them; 1 to {@value #ACTOR_LENGTH_MAX} characters
 * @param atMillis when, epoch milliseconds
 */
public record Ban(long untilMillis, String reason, String actor, long atMillis) {
    /** The end of a ban that does not end. */
    public static final long FOR_EVER = Long.MAX_VALUE;

    /** The longest reason, in UTF-16 characters. */
    public static final int REASON_LENGTH_MAX = 500;

    /** The longest name of an actor, in UTF-16 characters. */
    public static final int ACTOR_LENGTH_MAX = 100;

    /** Checks the ranges. */
    public Ban {
        require(untilMillis >= 1, "until");
        require(isText(reason, REASON_LENGTH_MAX), "reason");
        require(isText(actor, ACTOR_LENGTH_MAX), "actor");
        require(atMillis >= 0, "at");
    }

    private static boolean isText(String text, int lengthMax) {
        return !text.isBlank() && text.length() <= lengthMax;
    }

    private static void require(boolean isRight, String name) {
        if (!isRight) {
            throw new IllegalArgumentException("a ban's " + name + " is out of range");
        }
    }

    /** Returns whether it has no end. */
    public boolean isForEver() {
        return untilMillis == FOR_EVER;
    }

    /** Returns whether it holds at {@code nowMillis}. */
    public boolean holdsAt(long nowMillis) {
        return isForEver() || nowMillis < untilMillis;
    }
}
