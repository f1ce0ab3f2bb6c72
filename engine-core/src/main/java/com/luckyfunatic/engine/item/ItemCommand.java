package com.luckyfunatic.engine.item;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandReason;
import com.luckyfunatic.engine.Durability;

/** Commands on items. */
public sealed interface ItemCommand extends Command {
    /**
     * Gives items to a player, or takes them, for a reason that the audit keeps.
     *
     * @param delta how many more or fewer, not 0
     * @param reason 1 to {@value CommandReason#LENGTH_MAX} characters
     */
    record AdjustItem(ItemId item, int delta, String reason) implements ItemCommand {
        /** Checks the ranges. */
        public AdjustItem {
            if (delta == 0 || delta == Integer.MIN_VALUE) {
                throw new IllegalArgumentException("delta must not be " + delta);
            }
            CommandReason.require(reason);
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }

    /** Uses up one of an item, for what the content says that it does. */
    record UseItem(ItemId item) implements ItemCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
