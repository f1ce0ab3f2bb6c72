package com.luckyfunatic.engine.booster;

/**
 * A booster as a player sees it at a moment.
 *
 * @param definition what it is
 * @param price of the next activation or level, whole units
 * @param isActive whether it works now (a permanent one: whether a level is owned)
 * @param activeUntilMillis when it ends, epoch milliseconds; 0 when it is not active or permanent
 * @param cooldownLeftMillis until it can be activated again; 0 when it can
 * @param usagesLeft activations left today, or levels left; −1 for no limit
 * @param level the level owned; 0 for one that is not permanent
 * @param isAvailable whether the requirements are met
 */
public record BoosterStatus(
        BoosterDefinition definition,
        long price,
        boolean isActive,
        long activeUntilMillis,
        long cooldownLeftMillis,
        int usagesLeft,
        int level,
        boolean isAvailable) {}
