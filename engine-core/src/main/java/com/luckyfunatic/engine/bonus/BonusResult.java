package com.luckyfunatic.engine.bonus;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.reward.Reward;

/** What the daily bonus gives back. */
public sealed interface BonusResult extends Result {
    /**
     * A spin of the wheel.
     *
     * @param roll the number that was drawn, from 0
     * @param rolls how many numbers there were, all equally likely
     * @param segment where the wheel stopped
     * @param paid what was credited
     */
    record Spin(int roll, int rolls, SegmentId segment, Reward paid) {}

    /**
     * The day was claimed.
     *
     * @param streak which day of the streak it was, from 1
     * @param funz what the streak paid
     * @param spin the free spin
     */
    record DailyBonusClaimed(int streak, long funz, Spin spin) implements BonusResult {}

    /** One more spin was had for one of an item. */
    record SpunForItem(ItemId item, Spin spin) implements BonusResult {}
}
