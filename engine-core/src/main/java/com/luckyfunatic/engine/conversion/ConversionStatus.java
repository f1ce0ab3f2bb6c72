package com.luckyfunatic.engine.conversion;

/**
 * A conversion as a player sees it at a moment.
 *
 * @param definition what it is
 * @param usedToday how often it was made on the day
 * @param resetsAtMillis when the day ends, epoch milliseconds
 */
public record ConversionStatus(
        ConversionDefinition definition, long usedToday, long resetsAtMillis) {
    /** Returns how often it can be made today still; without a limit, how often at once. */
    public long remainingToday() {
        return definition.isLimited()
                ? Math.max(0, definition.dailyLimit() - usedToday)
                : definition.maxPerOperation();
    }
}
