package com.luckyfunatic.engine.conversion;

/**
 * How often a conversion was made on a day.
 *
 * @param epochDay the UTC day
 * @param countOnDay how often, at least 1
 */
public record ConversionUse(ConversionId conversion, long epochDay, long countOnDay) {
    /**
     * Returns how often it was made on {@code day}. A day before the one that is counted is counted
     * as that one: the clock of another server was ahead, and a limit is not had twice.
     */
    public long countOn(long day) {
        return day <= epochDay ? countOnDay : 0;
    }
}
