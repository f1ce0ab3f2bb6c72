package com.luckyfunatic.server.store;

import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.store.StoreCommand.Purchase;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be bought.
 *
 * @param listingId its name in the catalog
 * @param expectedPrice the price of one that the player saw; another one is refused
 * @param quantity how many; 1 when it is left out
 */
public record PurchaseRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "wheel_tokens")
                @Nullable String listingId,
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minimum = "0",
                        maximum = "9007199254740991",
                        example = "6")
                @Nullable Long expectedPrice,
        @Schema(minimum = "1", maximum = "100", defaultValue = "1", example = "1")
                @Nullable Integer quantity) {
    /**
     * The command that it asks for.
     *
     * @throws ProblemException when a field is missing or out of range, or cannot be a listing's
     *     name
     */
    Purchase command() {
        ListingId listing =
                Fields.id("listingId", listingId, ListingId::new, ProblemCode.UNKNOWN_LISTING);
        return new Purchase(
                listing,
                Fields.amount("expectedPrice", expectedPrice),
                quantity == null ? 1 : Fields.count("quantity", quantity, Purchase.QUANTITY_MAX));
    }
}
