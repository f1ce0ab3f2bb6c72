package com.luckyfunatic.engine.platform;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.reward.Reward;

/** What the platform did to a player's game. */
public sealed interface PlatformEvent extends GameEvent {
    /**
     * A grant was paid.
     *
     * @param paid what the player holds now
     * @param cut what did not fit below the balance cap, and is lost
     * @param reference the platform's own name for it
     */
    record GrantReceived(Reward paid, Reward cut, String reference) implements PlatformEvent {
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
