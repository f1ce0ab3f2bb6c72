package com.luckyfunatic.engine.booster;

/**
 * When a booster was last used, for its cooldown and its daily limit.
 *
 * @param readyAtMillis the end of the cooldown, epoch milliseconds
 * @param epochDay the UTC day of the last use
 * @param usedOnDay how often it was used on that day
 */
public record BoosterUse(BoosterType type, long readyAtMillis, long epochDay, int usedOnDay) {
    /** Returns how often it was used on {@code day}. */
    public int usedOn(long day) {
        return day == epochDay ? usedOnDay : 0;
    }
}
