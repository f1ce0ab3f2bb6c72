package com.luckyfunatic.server.card;

import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The card of which the next level is to be bought.
 *
 * @param cardId its name in the catalog
 * @param expectedPrice the price that the player saw; another one is refused. Without it any price
 *     is taken
 */
public record BuyCardRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "springy_gloves")
                @Nullable String cardId,
        @Schema(minimum = "0", maximum = "9007199254740991", example = "1000")
                @Nullable Long expectedPrice) {
    /**
     * The command that it asks for.
     *
     * @throws ProblemException when a field is missing or out of range, or cannot be a card's name
     */
    BuyCardLevel command() {
        return new BuyCardLevel(
                Fields.id("cardId", cardId, CardId::new, ProblemCode.UNKNOWN_CARD),
                Fields.amountOrNull("expectedPrice", expectedPrice));
    }
}
