package com.luckyfunatic.server.card;

import com.luckyfunatic.engine.forge.ForgeCommand.ForgeSpecialCard;
import com.luckyfunatic.engine.forge.SpecialCardId;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The special card that is to be forged.
 *
 * @param specialCardId its name in the catalog
 */
public record ForgeRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "golden_handshake")
                @Nullable String specialCardId) {
    /**
     * The command that it asks for.
     *
     * @throws ProblemException when the field is missing, or cannot be a special card's name
     */
    ForgeSpecialCard command() {
        return new ForgeSpecialCard(
                Fields.id(
                        "specialCardId",
                        specialCardId,
                        SpecialCardId::new,
                        ProblemCode.UNKNOWN_SPECIAL_CARD));
    }
}
