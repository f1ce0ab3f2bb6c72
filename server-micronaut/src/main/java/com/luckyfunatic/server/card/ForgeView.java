package com.luckyfunatic.server.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to forging: the special card as it is now, and the whole game after it.
 *
 * @param specialCard null when the content no longer has it, as for a repeat of an old operation
 */
@Schema(
        example =
                "{\"specialCard\": " + SpecialCardView.EXAMPLE + ", " + Examples.GAME_MEMBERS + "}")
public record ForgeView(@Nullable SpecialCardView specialCard, @JsonUnwrapped GameStateView game) {}
