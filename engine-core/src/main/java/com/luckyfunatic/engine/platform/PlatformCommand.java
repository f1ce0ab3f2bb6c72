package com.luckyfunatic.engine.platform;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.reward.Reward;

/** Commands about what a player's game and the platform give each other. */
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

    /**
     * Takes items from the player for the platform.
     *
     * @param id the name of the transfer, made of player and operation
     * @param account the player's account there
     * @param item which item
     * @param count how many, at least 1
     */
    record TransferItems(TransferId id, PlatformAccountId account, ItemId item, int count)
            implements PlatformCommand {
        /** Checks the range. */
        public TransferItems {
            Transfer.requireCount(count);
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }

    /**
     * Puts a transfer into the outbox. It is what an accepted {@link TransferItems} calls for; the
     * engine carries it out there and not on the player's state, so no rule decides it.
     */
    record OpenTransfer(Transfer transfer) implements PlatformCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }

    /**
     * Gives back what the platform refused, however many the player holds by now, and whatever has
     * become of the content.
     *
     * @param id the name of the transfer
     * @param item which item
     * @param count how many, at least 1
     */
    record ReturnTransfer(TransferId id, ItemId item, int count) implements PlatformCommand {
        /** Checks the range. */
        public ReturnTransfer {
            Transfer.requireCount(count);
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
