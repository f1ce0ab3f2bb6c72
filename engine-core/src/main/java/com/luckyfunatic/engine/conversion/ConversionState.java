package com.luckyfunatic.engine.conversion;

import java.util.ArrayList;
import java.util.List;

/**
 * How often a player made conversions.
 *
 * @param uses of each conversion the last day on which it was made; days that are over are dropped
 *     when the next one is made
 */
public record ConversionState(List<ConversionUse> uses) {
    /** None was made. */
    public static final ConversionState NONE = new ConversionState(List.of());

    /** Copies the list. */
    public ConversionState {
        uses = List.copyOf(uses);
    }

    /** Returns how often {@code conversion} was made on the UTC day {@code day}. */
    public long countOn(ConversionId conversion, long day) {
        for (ConversionUse use : uses) {
            if (use.conversion().equals(conversion)) {
                return use.countOn(day);
            }
        }
        return 0;
    }

    /** Returns this with {@code use} in the place of the last one of that conversion. */
    ConversionState with(ConversionUse use) {
        List<ConversionUse> kept = new ArrayList<>(uses.size() + 1);
        for (ConversionUse each : uses) {
            if (!each.conversion().equals(use.conversion()) && each.epochDay() >= use.epochDay()) {
                kept.add(each);
            }
        }
        kept.add(use);
        return new ConversionState(kept);
    }
}
