package com.luckyfunatic.engine.store;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.stock.Sale;
import com.luckyfunatic.engine.stock.StockSales;

/**
 * Carries out purchases: of what all players share, pieces are reserved before the player pays.
 * {@link GameEngine#execute} alone would sell more than there are. Thread-safe; calls block on the
 * storage.
 */
public final class Purchases {
    private final GameEngine engine;
    private final StockSales sales;

    /** Sells in {@code engine}. */
    public Purchases(GameEngine engine) {
        this.engine = engine;
        sales = new StockSales(engine);
    }

    /**
     * Buys, at most once under the purchase's operation id. What all players share is reserved only
     * for whom the rules let buy it now, so that nobody holds it who cannot pay; such a refusal
     * leaves nothing behind, and the same id may be used again.
     *
     * @param purchase a {@link StoreCommand.Purchase} with an operation id
     * @throws com.luckyfunatic.engine.storage.StorageException when the storage cannot do its part;
     *     whether it is bought is unknown then, and the same call may be repeated
     */
    public Sale buy(CommandEnvelope purchase) {
        if (!(purchase.command() instanceof StoreCommand.Purchase wanted)
                || purchase.operationId() == null) {
            throw new IllegalArgumentException("not a named purchase: " + purchase);
        }
        ListingDefinition listing = engine.catalog().listing(wanted.listing());
        if (listing == null || !listing.isStocked()) {
            return new Sale.Decided(engine.execute(purchase));
        }
        if (engine.storage().stock().find(purchase.player(), purchase.operationId()).isEmpty()) {
            if (engine.operation(purchase.player(), purchase.operationId()).isPresent()) {
                // Decided while all players did not share it yet.
                return new Sale.Decided(engine.execute(purchase));
            }
            Answer preview = engine.preview(purchase);
            if (!(preview.outcome() instanceof Outcome.Accepted)) {
                return new Sale.Decided(preview);
            }
        }
        return sales.buy(purchase, listing.stockId(), wanted.quantity(), listing.stock());
    }

    /**
     * Returns how many of a listing with a {@linkplain ListingDefinition#isStocked() shared supply}
     * can be reserved now.
     */
    public long left(ListingDefinition listing) {
        return engine.storage().stock().level(listing.stockId()).left(listing.stock());
    }
}
