package com.luckyfunatic.engine.leaderboard;

import com.luckyfunatic.engine.amount.Amounts;

/** What of a player's scores counts. */
public enum ScoringMethod {
    /** The best of them. */
    BEST,
    /** That of the latest run, in whatever order they come. */
    LAST,
    /** All of them together. */
    SUM,
    /** How many there are, whatever they are. */
    COUNT,
    /** Their mean, exact. */
    AVERAGE;

    /**
     * The most scores that an average is made of: with so many at most, two different averages
     * differ within the digits that {@link Score} keeps.
     */
    public static final long AVERAGED_MAX = 1_000_000;

    /** Returns how many scores of one player count at most. */
    public long scoresMax() {
        return this == AVERAGE ? AVERAGED_MAX : Amounts.MAX;
    }
}
