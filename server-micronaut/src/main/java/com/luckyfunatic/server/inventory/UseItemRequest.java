package com.luckyfunatic.server.inventory;

import com.luckyfunatic.engine.item.ItemCommand.UseItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The item of which one is to be used.
 *
 * @param itemId its name in the catalog
 */
public record UseItemRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "prize_crate")
                @Nullable String itemId) {
    /**
     * The command that it asks for.
     *
     * @throws ProblemException when the field is missing, or cannot be an item's name
     */
    UseItem command() {
        return new UseItem(Fields.id("itemId", itemId, ItemId::new, ProblemCode.UNKNOWN_ITEM));
    }
}
