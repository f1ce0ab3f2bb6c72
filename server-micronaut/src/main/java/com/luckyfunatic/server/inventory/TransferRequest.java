package com.luckyfunatic.server.inventory;

import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to go to the player's account on the platform.
 *
 * @param itemId an item's name in the catalog
 * @param count how many
 */
public record TransferRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "brass_gear")
                @Nullable String itemId,
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minimum = "1",
                        maximum = "1000000000",
                        example = "3")
                @Nullable Integer count) {
    /** As many as of any item can be held. */
    private static final int COUNT_MAX = 1_000_000_000;

    /**
     * The item.
     *
     * @throws ProblemException when the field is missing, or cannot be an item's name
     */
    ItemId item() {
        return Fields.id("itemId", itemId, ItemId::new, ProblemCode.UNKNOWN_ITEM);
    }

    /**
     * How many.
     *
     * @throws ProblemException when the field is missing or out of range
     */
    int checkedCount() {
        return Fields.count("count", count, COUNT_MAX);
    }
}
