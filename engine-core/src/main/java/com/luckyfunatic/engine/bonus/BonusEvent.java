package com.luckyfunatic.engine.bonus;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.reward.Reward;
import org.jspecify.annotations.Nullable;

/** What happened to the daily bonus. */
public sealed interface BonusEvent extends GameEvent {
    /**
     * A day of the streak was paid.
     *
     * @param epochDay the UTC day that it was claimed for
     * @param streak which day of the streak it was, from 1
     * @param funzDelta funz credited
     * @param cut funz that the balance cap cut off
     */
    record StreakPaid(long epochDay, int streak, long funzDelta, long cut) implements BonusEvent {}

    /**
     * The wheel was spun. Whoever knows the content that it was spun under finds the segment again
     * from the roll.
     *
     * @param spent the item that one was paid of; null for the free spin of the day
     * @param roll the number that was drawn, from 0
     * @param rolls how many numbers there were, all equally likely
     * @param segment where the wheel stopped
     * @param paid what was credited
     * @param cut what balance cap and item maximum cut off
     */
    record WheelSpun(
            @Nullable ItemId spent, int roll, int rolls, SegmentId segment, Reward paid, Reward cut)
            implements BonusEvent {
        @Override
        public long funzDelta() {
            return paid.funz();
        }

        @Override
        public long jokersDelta() {
            return paid.jokers();
        }
    }
}
