package com.luckyfunatic.engine.balloon;

import com.luckyfunatic.engine.GameEvent;

/** What happened in games of balloons. */
public sealed interface BalloonEvent extends GameEvent {
    /** A game started. */
    record BalloonsStarted(BalloonGameId game) implements BalloonEvent {}

    /**
     * A game ended.
     *
     * @param best the best score until now, this one included
     * @param epochDay the UTC day that it counts for
     * @param rewardedOnDay how many games of that day paid, this one included if it did
     * @param funzDelta funz credited
     * @param cut funz that the balance cap cut off
     */
    record BalloonsFinished(
            BalloonGameId game,
            BalloonScore score,
            long best,
            long epochDay,
            int rewardedOnDay,
            long funzDelta,
            long cut)
            implements BalloonEvent {}
}
