package com.luckyfunatic.server.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.engine.store.StoreResult;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import com.luckyfunatic.server.view.PrizeView;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a purchase: what was paid for what, and the whole game after it.
 *
 * @param quantity how many were bought
 * @param currency what they were paid in
 * @param paid what was paid for all of them
 * @param goods what they gave, together
 * @param listing the listing as it is now; null when the content no longer has it
 */
@Schema(
        example =
                "{\"listingId\": \"wheel_tokens\", \"quantity\": 2, \"currency\": \"jokers\","
                        + " \"paid\": 12, \"goods\": {\"funz\": 0, \"jokers\": 0, \"items\":"
                        + " [{\"itemId\": \"wheel_token\", \"name\": \"Wheel Token\", \"count\":"
                        + " 6}]}, \"listing\": "
                        + ListingView.EXAMPLE
                        + ", "
                        + Examples.GAME_MEMBERS
                        + "}")
public record PurchaseView(
        String listingId,
        int quantity,
        String currency,
        long paid,
        PrizeView goods,
        @Nullable ListingView listing,
        @JsonUnwrapped GameStateView game) {
    static PurchaseView of(
            Performed bought, StoreResult.PurchaseMade made, @Nullable ListingView listing) {
        return new PurchaseView(
                made.listing().value(),
                made.quantity(),
                Words.of(made.currency()),
                made.paid(),
                PrizeView.of(made.goods(), bought.context().catalog()),
                listing,
                bought.game());
    }
}
