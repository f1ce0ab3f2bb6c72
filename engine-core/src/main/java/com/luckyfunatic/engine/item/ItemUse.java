package com.luckyfunatic.engine.item;

import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.reward.Reward;

/** What using one of an item does. */
public sealed interface ItemUse {
    /** It is opened: what is in it is paid. */
    record Opens(Reward reward) implements ItemUse {}

    /**
     * It starts a timed or instant booster: at no price, and apart from the booster's conditions,
     * cooldown and daily limit.
     */
    record Boosts(BoosterType booster) implements ItemUse {}
}
