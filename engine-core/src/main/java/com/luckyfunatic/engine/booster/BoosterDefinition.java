package com.luckyfunatic.engine.booster;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.requirement.Requirement;
import java.time.Duration;
import java.util.List;

/**
 * A booster as content describes it.
 *
 * @param type its name
 * @param name what players read
 * @param description what players read below the name
 * @param effect what it does
 * @param magnitude units to add, or basis points to multiply by; of a permanent multiplier, the
 *     basis points that each level adds to ×1
 * @param duration how long it works; zero for instant and permanent ones
 * @param cooldown from an activation to the next
 * @param dailyLimit activations per UTC day; −1 for no limit
 * @param maxLevel levels of a permanent booster; 0 for one that is not permanent
 * @param stackable whether activating an active one adds its duration instead of being refused
 * @param currency what the price is paid in
 * @param price how the price grows: by uses of the day, or by level if permanent
 * @param requirements what a player must have to use it
 */
public record BoosterDefinition(
        BoosterType type,
        String name,
        String description,
        Effect effect,
        long magnitude,
        Duration duration,
        Duration cooldown,
        int dailyLimit,
        int maxLevel,
        boolean stackable,
        Currency currency,
        PriceCurve price,
        List<Requirement> requirements) {
    /** The daily limit that means none. */
    public static final int UNLIMITED = -1;

    /** Copies the list. */
    public BoosterDefinition {
        requirements = List.copyOf(requirements);
    }

    /** Returns whether it is bought level by level and works for good. */
    public boolean isPermanent() {
        return maxLevel > 0;
    }
}
