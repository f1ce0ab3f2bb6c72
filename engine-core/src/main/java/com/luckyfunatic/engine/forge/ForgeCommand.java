package com.luckyfunatic.engine.forge;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;

/** Commands on special cards. */
public sealed interface ForgeCommand extends Command {
    /** Forges a special card; what it consumes is gone for good. */
    record ForgeSpecialCard(SpecialCardId card) implements ForgeCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
