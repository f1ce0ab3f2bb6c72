package com.luckyfunatic.engine.leaderboard;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;

/**
 * Where a player stands: all that the order of a board asks for. It is the cursor of a board's
 * pages too, and stays one when the player has moved on.
 *
 * @param score what is ordered by
 * @param reachedAtMillis since when it is the player's, epoch milliseconds
 * @param player who stands there
 */
public record BoardPlace(Score score, long reachedAtMillis, PlayerId player) {
    /** Checks the range. */
    public BoardPlace {
        Amounts.require("reachedAtMillis", reachedAtMillis);
    }
}
