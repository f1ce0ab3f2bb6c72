package com.luckyfunatic.server.view;

import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterStatus;
import com.luckyfunatic.server.json.Recurring;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booster as clients see it.
 *
 * @param type its name in the catalog
 * @param name what players read
 * @param description what players read below the name
 * @param price of the next activation or level; 0 when it is free or has no further level
 * @param currency {@code funz} or {@code jokers}
 * @param isActive whether it works now; a permanent one, whether a level is owned
 * @param activeUntil when it ends; null when it is not active or permanent
 * @param cooldownLeft whole seconds, rounded up, until it can be activated again
 * @param cooldownLeftMs the same in milliseconds
 * @param usagesLeft activations left today, or levels left; −1 for no limit
 * @param level the level owned; 0 for one that is not permanent
 * @param maxLevel the last level; 0 for one that is not permanent
 * @param isAvailable whether its requirements are met
 * @param effect what it does
 * @param magnitude units to add, or basis points to multiply by
 * @param durationMs how long it works; 0 for instant and permanent ones
 * @param cooldownMs from one activation to the next
 */
@Schema(example = Examples.BOOSTER)
public record BoosterView(
        String type,
        String name,
        String description,
        long price,
        String currency,
        boolean isActive,
        @Nullable Instant activeUntil,
        long cooldownLeft,
        long cooldownLeftMs,
        int usagesLeft,
        int level,
        int maxLevel,
        boolean isAvailable,
        String effect,
        long magnitude,
        long durationMs,
        long cooldownMs)
        implements Recurring {
    /** A booster at rest looks the same to everybody of its level, until it is used. */
    @Override
    public boolean recurs() {
        return activeUntil == null && cooldownLeftMs == 0;
    }

    /** Returns {@code booster} as clients see it. */
    public static BoosterView of(BoosterStatus booster) {
        BoosterDefinition definition = booster.definition();
        return new BoosterView(
                definition.type().value(),
                definition.name(),
                definition.description(),
                booster.price(),
                Words.of(definition.currency()),
                booster.isActive(),
                Times.instantOrNull(booster.activeUntilMillis()),
                Times.secondsLeft(booster.cooldownLeftMillis()),
                booster.cooldownLeftMillis(),
                booster.usagesLeft(),
                booster.level(),
                definition.maxLevel(),
                booster.isAvailable(),
                Words.of(definition.effect()),
                definition.magnitude(),
                definition.duration().toMillis(),
                definition.cooldown().toMillis());
    }
}
