package com.luckyfunatic.engine.leaderboard;

import com.luckyfunatic.engine.amount.Amounts;

/**
 * A standing's score: a whole number, and for averages the part of one behind it.
 *
 * <p>The part is cut off after {@value #FRACTION_DIGITS} decimals, and that orders averages
 * exactly: two different ones of at most {@link ScoringMethod#AVERAGED_MAX} scores each are
 * fractions whose denominators are at most 10^6, so they differ by 10^-12 or more.
 *
 * @param whole 0 to {@link Amounts#MAX}
 * @param fraction in units of 10^-14, below one
 */
public record Score(long whole, long fraction) implements Comparable<Score> {
    /** How many decimals there are. */
    public static final int FRACTION_DIGITS = 14;

    /** One, in the unit of {@link #fraction}. */
    public static final long ONE = 100_000_000_000_000L;

    /** Half of the digits: what a remainder below 10^6 can be multiplied with below 2^53. */
    private static final long HALF = 10_000_000;

    /** Checks the ranges. */
    public Score {
        Amounts.require("whole", whole);
        if (fraction < 0 || fraction >= ONE) {
            throw new IllegalArgumentException("fraction must be below one, was " + fraction);
        }
    }

    /** Returns {@code total / count}: long division, in whole numbers. */
    static Score of(long total, long count) {
        long rest = Math.floorMod(total, count) * HALF;
        long first = Math.floorDiv(rest, count);
        long second = Math.floorDiv(Math.floorMod(rest, count) * HALF, count);
        return new Score(Math.floorDiv(total, count), first * HALF + second);
    }

    @Override
    public int compareTo(Score other) {
        int wholes = Long.compare(whole, other.whole);
        return wholes != 0 ? wholes : Long.compare(fraction, other.fraction);
    }
}
