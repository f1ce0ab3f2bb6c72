package com.luckyfunatic.engine.store;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.Result;
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
            requireCount("quantity", quantity, QUANTITY_MAX);
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }

        @Override
        public boolean gives(Result result) {
            return result instanceof StoreResult.PurchaseMade made
                    && made.listing().equals(listing)
                    && made.quantity() == quantity;
        }
    }

    /**
     * Gives what a player has paid for with Telegram Stars. It is never refused, because they are
     * paid: {@link StoreResult.StarsTurnedAway} says that they must be given back.
     *
     * @param quantity 1 to {@link Purchase#QUANTITY_MAX}
     * @param stars what was paid for all of them; 1 to {@link ListingDefinition#STARS_MAX}
     * @param chargeId Telegram's name of the payment, which the audit keeps; 1 to {@link
     *     #CHARGE_ID_LENGTH_MAX} characters
     */
    record PayWithStars(ListingId listing, int quantity, int stars, String chargeId)
            implements StoreCommand {
        /** Checks the ranges. */
        public PayWithStars {
            requireCount("quantity", quantity, Purchase.QUANTITY_MAX);
            requireStars(stars, chargeId);
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }

    /**
     * Records that Telegram has given Stars back, whoever wanted that. What they had paid for stays
     * with the player.
     *
     * @param stars what was given back; 1 to {@link ListingDefinition#STARS_MAX}
     * @param chargeId Telegram's name of the payment; 1 to {@link #CHARGE_ID_LENGTH_MAX} characters
     */
    record NoteStarsRefund(int stars, String chargeId) implements StoreCommand {
        /** Checks the ranges. */
        public NoteStarsRefund {
            requireStars(stars, chargeId);
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }

    /** The most characters of Telegram's name of a payment. */
    int CHARGE_ID_LENGTH_MAX = 512;

    private static void requireStars(int stars, String chargeId) {
        requireCount("stars", stars, ListingDefinition.STARS_MAX);
        if (chargeId.isBlank() || chargeId.length() > CHARGE_ID_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "chargeId must have 1 to " + CHARGE_ID_LENGTH_MAX + " characters");
        }
    }

    private static void requireCount(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + " must be 1 to " + max + ", was " + value);
        }
    }
}
