package com.luckyfunatic.engine.balloon;

import com.luckyfunatic.engine.Result;

/** What commands on games of balloons give back. */
public sealed interface BalloonResult extends Result {
    /**
     * A game counted.
     *
     * @param funz what it paid; 0 also when the day had its rewarded games
     * @param best the best score, this one included
     * @param isBest whether this one is better than all before
     * @param rewardedLeft how many more games of the day pay
     */
    record BalloonsCounted(long score, long funz, long best, boolean isBest, int rewardedLeft)
            implements BalloonResult {}
}
