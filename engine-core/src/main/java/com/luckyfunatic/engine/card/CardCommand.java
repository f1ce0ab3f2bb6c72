package com.luckyfunatic.engine.card;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import org.jspecify.annotations.Nullable;

/** Commands on cards. */
public sealed interface CardCommand extends Command {
    /**
     * Buys a card, or its next level.
     *
     * @param expectedPrice the price the player saw; another one is refused. Null takes any price
     */
    record BuyCardLevel(CardId card, @Nullable Long expectedPrice) implements CardCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
