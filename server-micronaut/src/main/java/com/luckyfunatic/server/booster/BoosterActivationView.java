package com.luckyfunatic.server.booster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.server.view.BoosterView;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to activating a booster: what was paid for what, and the whole game after it.
 *
 * @param booster the booster as it is now; null when the content no longer has it, as for a repeat
 *     of an old operation
 * @param price what was paid
 * @param currency {@code funz} or {@code jokers}
 */
@Schema(
        example =
                "{\"booster\": "
                        + Examples.BOOSTER
                        + ", \"price\": 500, \"currency\": \"funz\", "
                        + Examples.GAME_MEMBERS
                        + "}")
public record BoosterActivationView(
        @Nullable BoosterView booster,
        long price,
        String currency,
        @JsonUnwrapped GameStateView game) {}
