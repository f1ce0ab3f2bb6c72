package com.luckyfunatic.engine.platform;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.reward.Reward;

/** Commands of the platform on a player's game. */
public sealed interface PlatformCommand extends Command {
    /**
     * Gives what the platform grants.
     *
     * @param grant not nothing; amounts up to {@link Amounts#MAX}
     * @param reference the platform's own name for it, which the audit keeps; 1 to {@link
     *     #REFERENCE_LENGTH_MAX} characters
     */
    record ReceiveGrant(Reward grant, String reference) implements PlatformCommand {
        /** The most characters of a reference. */
        public static final int REFERENCE_LENGTH_MAX = 100;

        /** Checks the ranges. */
        public ReceiveGrant {
            Amounts.require("funz", grant.funz());
            Amounts.require("jokers", grant.jokers());
            if (grant.isNothing() || grant.items().stream().anyMatch(each -> each.count() < 1)) {
                throw new IllegalArgumentException("a grant must give something");
            }
            if (reference.isBlank() || reference.length() > REFERENCE_LENGTH_MAX) {
                throw new IllegalArgumentException(
                        "reference must have 1 to " + REFERENCE_LENGTH_MAX + " characters");
            }
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
