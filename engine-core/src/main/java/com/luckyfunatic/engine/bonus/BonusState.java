package com.luckyfunatic.engine.bonus;

/**
 * A player's daily bonus.
 *
 * @param claimedEpochDay the UTC day that was claimed last; means nothing while the streak is 0
 * @param streak how many days in a row had been claimed then; 0 before the first
 */
public record BonusState(long claimedEpochDay, int streak) {
    /** Nothing claimed. */
    public static final BonusState NONE = new BonusState(0, 0);

    /**
     * Returns whether {@code epochDay} cannot be claimed any more: it was, or a later day was (the
     * clock of another server was ahead).
     */
    public boolean isClaimed(long epochDay) {
        return streak > 0 && epochDay <= claimedEpochDay;
    }

    /** Returns how many days in a row were claimed, as it counts on {@code epochDay}. */
    public int streakOn(long epochDay) {
        return epochDay <= claimedEpochDay + 1 ? streak : 0;
    }
}
