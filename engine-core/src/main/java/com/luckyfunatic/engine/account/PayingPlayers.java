package com.luckyfunatic.engine.account;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.TransferOutbox;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.ListingPurchases;

/**
 * Tells which players have ever paid: with Telegram Stars, or with what came from the platform or
 * went there. Thread-safe; calls may block on the storage.
 *
 * <p>The state counts it. Of states from before it did, purchases and transfers tell; what was
 * bought of a listing that the content has no more may have been paid for.
 */
public final class PayingPlayers {
    private final TransferOutbox transfers;

    /** Looks for transfers in {@code transfers}. */
    public PayingPlayers(TransferOutbox transfers) {
        this.transfers = transfers;
    }

    /**
     * Returns whether the player of {@code state} has ever paid.
     *
     * @throws com.luckyfunatic.engine.storage.StorageUnavailableException when the storage cannot
     *     do its part
     */
    public boolean hasPaid(PlayerState state, Catalog catalog) {
        return state.resets().hasPaid()
                || hasBoughtForStars(state, catalog)
                || !transfers.ofPlayer(state.id(), null, 1).items().isEmpty();
    }

    private static boolean hasBoughtForStars(PlayerState state, Catalog catalog) {
        for (ListingPurchases each : state.store().purchases()) {
            ListingDefinition listing = catalog.listing(each.listing());
            if (listing == null || listing.isForStars()) {
                return true;
            }
        }
        return false;
    }
}
