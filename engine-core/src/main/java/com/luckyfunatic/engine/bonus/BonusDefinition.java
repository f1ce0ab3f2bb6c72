package com.luckyfunatic.engine.bonus;

import com.luckyfunatic.engine.item.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The daily bonus as content describes it.
 *
 * <p>The odds of a segment are its weight of {@link #rolls()}, exactly: a roll is a whole number
 * from 0, all equally likely, and each segment has as many of them as its weight says, in the order
 * of the wheel.
 *
 * @param spinItem the item that one more spin costs one of; null when no spin can be had for items
 * @param wheel the segments of the wheel; none when there is no daily bonus
 * @param streak what the days of a streak pay, from day 1; the last row is for every later day too
 */
public record BonusDefinition(
        @Nullable ItemId spinItem, List<WheelSegment> wheel, List<StreakDay> streak) {
    /** No daily bonus. */
    public static final BonusDefinition NONE = new BonusDefinition(null, List.of(), List.of());

    /** Copies the lists. */
    public BonusDefinition {
        wheel = List.copyOf(wheel);
        streak = List.copyOf(streak);
    }

    /** Returns whether there is a daily bonus. */
    public boolean isOffered() {
        return !wheel.isEmpty();
    }

    /** Returns how many rolls the wheel has: the sum of the weights. */
    public int rolls() {
        int rolls = 0;
        for (WheelSegment segment : wheel) {
            rolls = Math.addExact(rolls, segment.weight());
        }
        return rolls;
    }

    /**
     * Returns the segment at which the roll {@code roll} stops.
     *
     * @param roll 0 to {@link #rolls()}, exclusive
     */
    public WheelSegment segmentAt(int roll) {
        int left = roll;
        for (WheelSegment segment : wheel) {
            if (left < segment.weight()) {
                return segment;
            }
            left -= segment.weight();
        }
        throw new IllegalArgumentException(
                "the wheel has " + rolls() + " rolls, none is number " + roll);
    }

    /**
     * Returns what day {@code day} of a streak pays.
     *
     * @param day 1 for the first
     */
    public StreakDay streakDay(int day) {
        return streak.get(Math.min(day, streak.size()) - 1);
    }
}
