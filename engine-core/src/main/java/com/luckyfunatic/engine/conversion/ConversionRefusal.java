package com.luckyfunatic.engine.conversion;

import com.luckyfunatic.engine.Refusal;

/**
 * Why a conversion is not made; the rules check in the order of this file, and then what {@link
 * com.luckyfunatic.engine.reward.Barter} checks.
 */
public sealed interface ConversionRefusal extends Refusal {
    /** The catalog has no such conversion. */
    record UnknownConversion(ConversionId conversion) implements ConversionRefusal {
        @Override
        public String code() {
            return "unknown_conversion";
        }
    }

    /** It cannot be made that often at once. */
    record ConversionTooLarge(int max) implements ConversionRefusal {
        @Override
        public String code() {
            return "operation_limit_exceeded";
        }
    }

    /**
     * The day does not allow it that often any more.
     *
     * @param limit how often it can be made on one day
     * @param remaining how often it can be made on this one still
     * @param resetsAtMillis when the day ends, epoch milliseconds
     */
    record ConversionDailyLimitReached(int limit, long remaining, long resetsAtMillis)
            implements ConversionRefusal {
        @Override
        public String code() {
            return "daily_limit_reached";
        }
    }
}
