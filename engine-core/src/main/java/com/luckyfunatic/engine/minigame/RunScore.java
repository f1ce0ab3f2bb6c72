package com.luckyfunatic.engine.minigame;

import com.luckyfunatic.engine.amount.Amounts;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param score 0 to 2^53 − 1
 * @param atMillis when it was taken, by the server's clock, epoch milliseconds
 * @param flag why it is not plausible; null when it is
 * @param countedAs the number under which it counts on boards, greater than those of the player's
 *     scores that counted earlier; 0 while it does not count
 * @param review what somebody said who looked at it; null for nobody
 */
public record RunScore(
        long score,
        long atMillis,
        @Nullable RunFlag flag,
        long countedAs,
        @Nullable RunReview review) {
    /** Checks the ranges, and that it counts exactly when it should. */
    public RunScore {
        Amounts.require("score", score);
        Amounts.require("atMillis", atMillis);
        boolean counts = flag == null || (review != null && review.approved());
        if (countedAs < 0 || counts != countedAs > 0 || (flag == null && review != null)) {
            throw new IllegalArgumentException(
                    "a score counts when it is plausible or was approved: " + countedAs);
        }
    }

    /** Returns what has become of the run. */
    public RunStep step() {
        if (flag == null) {
            return RunStep.ACCEPTED;
        }
        if (review == null) {
            return RunStep.FLAGGED;
        }
        return review.approved() ? RunStep.APPROVED : RunStep.REJECTED;
    }

    /** Returns whether it counts. */
    public boolean counts() {
        return countedAs > 0;
    }

    /**
     * Returns the same after a review.
     *
     * @param number what it counts as if it is approved
     */
    public RunScore reviewed(RunReview verdict, long number) {
        return new RunScore(score, atMillis, flag, verdict.approved() ? number : 0, verdict);
    }
}
