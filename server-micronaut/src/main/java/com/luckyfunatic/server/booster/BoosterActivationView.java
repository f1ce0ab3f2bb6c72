package com.luckyfunatic.server.booster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.server.view.BoosterView;
import com.luckyfunatic.server.view.GameStateView;
import org.jspecify.annotations.Nullable;

/**
 * The answer to activating a booster: what was paid for what, and the whole game after it.
 *
 * @param booster the booster as it is now; null when the content no longer has it, as for a repeat
 *     of an old operation
 * @param price what was paid
 * @param currency {@code funz} or {@code jokers}
 */
public record BoosterActivationView(
        @Nullable BoosterView booster,
        long price,
        String currency,
        @JsonUnwrapped GameStateView game) {}
