package com.luckyfunatic.engine.item;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.reward.Reward;

/** What using an item gives back. */
public sealed interface ItemResult extends Result {
    /** It was opened, and paid {@code paid}. */
    record PackageOpened(ItemId item, Reward paid) implements ItemResult {}

    /**
     * It started a booster.
     *
     * @param untilMillis when the booster ends, epoch milliseconds; 0 for an instant one
     */
    record BoosterStarted(ItemId item, BoosterType booster, long untilMillis)
            implements ItemResult {}
}
