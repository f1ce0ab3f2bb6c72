package com.luckyfunatic.engine.balloon;

/**
 * What a game came to.
 *
 * @param score the points
 * @param popped balloons popped, bombs among them
 * @param missed balloons whose lifetime ended in the game without that they were popped; no bombs
 */
public record BalloonScore(long score, int popped, int missed) {
    /** The most points that any content allows in one game. */
    public static final long SCORE_MAX = 1_000_000_000;

    /** The most balloons that any content allows in one game. */
    public static final int BALLOONS_MAX = 10_000;

    /** Checks the ranges. */
    public BalloonScore {
        require(score >= 0 && score <= SCORE_MAX, "score", score);
        require(popped >= 0 && popped <= BALLOONS_MAX, "popped", popped);
        require(missed >= 0 && missed <= BALLOONS_MAX, "missed", missed);
    }

    private static void require(boolean good, String what, long was) {
        if (!good) {
            throw new IllegalArgumentException(what + " is out of range, was " + was);
        }
    }
}
