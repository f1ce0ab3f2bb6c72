package com.luckyfunatic.benchmarks.crash;

/**
 * A broken promise.
 *
 * @param telegramId whose
 * @param intent the intent that shows it, 0 when it is none in particular
 */
public record Violation(Kind kind, long telegramId, long intent, String detail) {
    /** Which promise. */
    public enum Kind {
        /** What was answered is not there any more. */
        LOST,
        /**
         * A soft change is lost that no blow explains, though blows may cost some: it was answered
         * long before, or asked for after.
         */
        LOST_SOFT,
        /** Something was applied that nobody was answered for, or twice. */
        DOUBLED,
        /** A repeat was answered differently. */
        CHANGED,
        /**
         * What was told in the course of time has no order: of two answers the later tells of
         * earlier, or something is told that the record of changes does not have.
         */
        OUT_OF_ORDER,
        /** A balance is not what its changes add up to. */
        WRONG_BALANCE,
        /** The audit does not tell exactly what happened. */
        AUDIT,
        /** What the game keeps does not add up, by its own check. */
        BOOKS,
        /** The game does not answer again. */
        GONE,
        /** What a round must have seen to show anything has not happened. */
        MISSED,
        /** An answer that no request of ours should get. */
        UNEXPECTED
    }
}
