package com.luckyfunatic.engine.booster;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;

/** Commands on boosters. */
public sealed interface BoosterCommand extends Command {
    /** Activates a booster, or buys the next level of a permanent one. */
    record ActivateBooster(BoosterType type) implements BoosterCommand {
        /** Soft; an activation that costs something asks for more by its event. */
        @Override
        public Durability durability() {
            return Durability.SOFT;
        }
    }
}
