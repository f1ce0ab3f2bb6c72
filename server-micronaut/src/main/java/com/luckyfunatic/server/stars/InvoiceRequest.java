package com.luckyfunatic.server.stars;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.store.StoreCommand.Purchase;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be paid in Telegram Stars.
 *
 * @param listingId its name in the catalog
 * @param expectedStars the price of one that the player saw; another one is refused
 * @param quantity how many; 1 when it is left out
 */
public record InvoiceRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "joker_purse")
                @Nullable String listingId,
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minimum = "1",
                        maximum = "100000",
                        example = "50")
                @Nullable Integer expectedStars,
        @Schema(minimum = "1", maximum = "100", defaultValue = "1", example = "1")
                @Nullable Integer quantity) {
    /**
     * What it asks for, for a player at a moment.
     *
     * @throws ProblemException when a field is missing or out of range, or cannot be a listing's
     *     name
     */
    InvoiceClaims claims(PlayerId player, long nowMillis) {
        ListingId listing =
                Fields.id("listingId", listingId, ListingId::new, ProblemCode.UNKNOWN_LISTING);
        int stars = Fields.count("expectedStars", expectedStars, ListingDefinition.STARS_MAX);
        int count =
                quantity == null ? 1 : Fields.count("quantity", quantity, Purchase.QUANTITY_MAX);
        if ((long) stars * count > ListingDefinition.STARS_MAX) {
            throw ProblemException.invalidField(
                    "quantity", "one payment is at most " + ListingDefinition.STARS_MAX + " Stars");
        }
        return new InvoiceClaims(player, listing, count, stars, nowMillis);
    }
}
