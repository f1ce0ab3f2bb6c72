package com.luckyfunatic.engine.conversion;

import com.luckyfunatic.engine.reward.Reward;

/**
 * A conversion as content describes it: so much of one thing for so much of another, as often as is
 * wanted. There are no parts of it, so nothing is ever rounded.
 *
 * @param id its name
 * @param name what players read
 * @param from what one conversion takes
 * @param to what it gives
 * @param maxPerOperation how often it can be made at once, at least 1
 * @param dailyLimit how often it can be made on one UTC day; {@link #UNLIMITED} for no limit
 */
public record ConversionDefinition(
        ConversionId id, String name, Reward from, Reward to, int maxPerOperation, int dailyLimit) {
    /** As often as is wanted. */
    public static final int UNLIMITED = -1;

    /** Returns whether a day has a limit. */
    public boolean isLimited() {
        return dailyLimit != UNLIMITED;
    }
}
