package com.luckyfunatic.engine.booster;

/**
 * How a price grows with use.
 *
 * @param kind the formula
 * @param base the amount the formula starts from, whole units
 */
public record PriceCurve(Kind kind, long base) {
    /** The formulas; {@code n} counts the earlier uses of the day, or the levels owned. */
    public enum Kind {
        /** Nothing. */
        FREE,
        /** {@code base}. */
        FIXED,
        /** {@code base × 2^n}. */
        DOUBLING,
        /** {@code base × (n + 1)²}: the square of the level being bought. */
        SQUARE
    }

    /**
     * Returns the price after {@code n} uses or levels.
     *
     * @throws ArithmeticException when it passes 2^63; the catalog validator refuses content that
     *     could reach it
     */
    public long price(int n) {
        return switch (kind) {
            case FREE -> 0;
            case FIXED -> base;
            case DOUBLING -> Math.multiplyExact(base, powerOfTwo(n));
            case SQUARE -> Math.multiplyExact(base, (n + 1L) * (n + 1L));
        };
    }

    private static long powerOfTwo(int n) {
        if (n > 61) {
            throw new ArithmeticException("2^" + n + " is out of range");
        }
        return 1L << n;
    }
}
