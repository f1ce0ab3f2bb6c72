package com.luckyfunatic.engine.campaign;

import com.luckyfunatic.engine.player.PlayerState;

/**
 * What counts for a campaign. Pure.
 *
 * <p>All figures are of those who arrived on a day, not of what happened on it: a player counts
 * once, in the row of the day of arrival, whenever it was that they came to play. Days are UTC
 * calendar days.
 */
public final class CampaignRules {
    /** How many accepted taps make a player an active one. */
    public static final long ACTIVATING_TAPS = 50;

    private static final int DAY_1 = 1;
    private static final int DAY_7 = 7;

    private CampaignRules() {}

    /** Returns whether a player with {@code state} has come to play. */
    public static boolean isActivated(PlayerState state) {
        return state.tap().taps() >= ACTIVATING_TAPS;
    }

    /** Returns whether being there on {@code day} is coming back on the first day. */
    public static boolean isDay1(long arrivalDay, long day) {
        return day - arrivalDay == DAY_1;
    }

    /** Returns whether being there on {@code day} is coming back on the seventh day. */
    public static boolean isDay7(long arrivalDay, long day) {
        return day - arrivalDay == DAY_7;
    }
}
