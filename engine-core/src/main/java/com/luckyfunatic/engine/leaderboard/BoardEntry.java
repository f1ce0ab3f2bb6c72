package com.luckyfunatic.engine.leaderboard;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;

/**
 * What a board keeps of a player.
 *
 * @param player whose it is
 * @param total what the method keeps: the best or the last score, the sum (also of an average), the
 *     count
 * @param count how many scores have counted; 0 only for a player who was removed before any
 * @param reachedAtMillis since when the score is what it is, epoch milliseconds; never falls
 * @param runs which runs have counted
 * @param removed whether the player was taken off the board, for good
 */
public record BoardEntry(
        PlayerId player,
        long total,
        long count,
        long reachedAtMillis,
        CountedRuns runs,
        boolean removed) {
    /** Checks the ranges. */
    public BoardEntry {
        Amounts.require("total", total);
        Amounts.require("count", count);
        Amounts.require("reachedAtMillis", reachedAtMillis);
        if (count == 0 && !removed) {
            throw new IllegalArgumentException("without a score there is no place");
        }
    }

    /** Returns where this stands on a board with {@code scoring}. */
    public BoardPlace place(Scoring scoring) {
        Score score = scoring.score(total, Math.max(1, count));
        return new BoardPlace(score, reachedAtMillis, player);
    }
}
