package com.luckyfunatic.engine.item;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.booster.BoosterStart;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.reward.Reward;

/** What happened to items. */
public sealed interface ItemEvent extends GameEvent {
    /** The number held of an item changed by {@code delta}. */
    record ItemAdjusted(ItemId item, int delta, String reason) implements ItemEvent {}

    /**
     * One of an item was used up by opening it.
     *
     * @param paid what was in it; nothing of it was cut off
     */
    record ItemOpened(ItemId item, Reward paid) implements ItemEvent {
        @Override
        public long funzDelta() {
            return paid.funz();
        }

        @Override
        public long jokersDelta() {
            return paid.jokers();
        }
    }

    /** One of an item was used up by starting a booster. */
    record ItemBoosted(ItemId item, BoosterType booster, BoosterStart start) implements ItemEvent {}
}
