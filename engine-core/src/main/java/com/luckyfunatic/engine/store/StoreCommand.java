package com.luckyfunatic.engine.store;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.amount.Amounts;

/** Commands on the store. */
public sealed interface StoreCommand extends Command {
    /**
     * Buys so many of a listing.
     *
     * @param expectedPrice the price of one that the player saw; any other one is refused
     * @param quantity 1 to {@link #QUANTITY_MAX}
     */
    record Purchase(ListingId listing, long expectedPrice, int quantity) implements StoreCommand {
        /** The most that can be bought at once. */
        public static final int QUANTITY_MAX = 100;

        /** Checks the ranges. */
        public Purchase {
            Amounts.require("expectedPrice", expectedPrice);
            if (quantity < 1 || quantity > QUANTITY_MAX) {
                throw new IllegalArgumentException(
                        "quantity must be 1 to " + QUANTITY_MAX + ", was " + quantity);
            }
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
