package com.luckyfunatic.server.balloon;

import com.luckyfunatic.engine.balloon.BalloonGameId;
import com.luckyfunatic.engine.player.PlayerId;

/**
 * What wants to know the results of games, such as boards and tournaments. Every bean of this type
 * is asked, one after the other.
 */
public interface BalloonScoreListener {
    /**
     * Takes a result that is kept; called once for each, on a thread that may block. What it throws
     * is logged, and changes nothing else.
     *
     * @param game rises with each player's games
     * @param score the points, 0 or more
     * @param atMillis when the game ended, epoch milliseconds
     */
    void scored(PlayerId player, BalloonGameId game, long score, long atMillis);
}
