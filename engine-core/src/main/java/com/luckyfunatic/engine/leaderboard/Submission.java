package com.luckyfunatic.engine.leaderboard;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;

/**
 * A score of a run, on its way to a board.
 *
 * @param player whose score it is
 * @param run the run's id, positive and greater than those of the player's earlier runs: what makes
 *     sending it again harmless
 * @param score any number; the rules refuse what is none
 * @param atMillis when it was reached, by the server's clock, epoch milliseconds
 */
public record Submission(PlayerId player, long run, long score, long atMillis) {
    /** Checks the ranges, except that of the score. */
    public Submission {
        if (run <= 0) {
            throw new IllegalArgumentException("a run's id is positive, was " + run);
        }
        Amounts.require("atMillis", atMillis);
    }
}
