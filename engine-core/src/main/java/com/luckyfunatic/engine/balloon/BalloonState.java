package com.luckyfunatic.engine.balloon;

import org.jspecify.annotations.Nullable;

/**
 * A player's games of balloons.
 *
 * @param live the game that was started last and has no result yet; null for none
 * @param best the best score; 0 before the first
 * @param epochDay the UTC day of the last result
 * @param rewardedOnDay how many games of that day paid
 */
public record BalloonState(
        @Nullable BalloonGameId live, long best, long epochDay, int rewardedOnDay) {
    /** Never played. */
    public static final BalloonState NONE = new BalloonState(null, 0, 0, 0);

    /**
     * Returns how many games paid on {@code day}. A day before the one that is counted is counted
     * as that one: the clock of another server was ahead, and a limit is not had twice.
     */
    public int rewardedOn(long day) {
        return day <= epochDay ? rewardedOnDay : 0;
    }
}
