package com.luckyfunatic.server.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to buying a card's level: what was paid for what, and the whole game after it.
 *
 * @param card the card as it is now; null when the content no longer has it, as for a repeat of an
 *     old operation
 * @param price what was paid
 * @param currency {@code funz} or {@code jokers}
 */
@Schema(
        example =
                "{\"card\": "
                        + CardView.EXAMPLE
                        + ", \"price\": 1000, \"currency\": \"funz\", "
                        + Examples.GAME_MEMBERS
                        + "}")
public record CardPurchaseView(
        @Nullable CardView card, long price, String currency, @JsonUnwrapped GameStateView game) {}
