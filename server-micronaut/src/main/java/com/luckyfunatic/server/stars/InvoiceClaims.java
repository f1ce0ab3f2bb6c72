package com.luckyfunatic.server.stars;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.store.StoreCommand.Purchase;

/**
 * What an invoice is for.
 *
 * @param player whom the goods are for
 * @param quantity 1 to {@link Purchase#QUANTITY_MAX}
 * @param stars the price of one, 1 to {@link ListingDefinition#STARS_MAX}; of all together too
 * @param madeAtMillis when it was made, epoch milliseconds
 */
record InvoiceClaims(
        PlayerId player, ListingId listing, int quantity, int stars, long madeAtMillis) {
    InvoiceClaims {
        if (quantity < 1
                || quantity > Purchase.QUANTITY_MAX
                || stars < 1
                || (long) stars * quantity > ListingDefinition.STARS_MAX) {
            throw new IllegalArgumentException(quantity + " for " + stars + " Stars each");
        }
    }

    /** Returns what all of them cost. */
    int total() {
        return stars * quantity;
    }
}
