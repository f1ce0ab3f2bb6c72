package com.luckyfunatic.server.booster;

import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The booster that is to be activated, or of which a level is to be bought.
 *
 * @param boosterType its name in the catalog
 */
public record ActivateBoosterRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "turbo_tap")
                @Nullable String boosterType) {
    /**
     * The command that it asks for.
     *
     * @throws ProblemException when the field is missing, or cannot be a booster's name
     */
    ActivateBooster command() {
        return new ActivateBooster(
                Fields.id(
                        "boosterType", boosterType, BoosterType::new, ProblemCode.UNKNOWN_BOOSTER));
    }
}
