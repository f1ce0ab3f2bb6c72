package com.luckyfunatic.engine.income;

import com.luckyfunatic.engine.amount.BasisPoints;

/**
 * Income that has accrued, exactly: an amount counted in funz per hour × milliseconds, and the
 * ten-thousandths of one of those that multipliers leave.
 *
 * <p>It is two numbers because one would not do: counted in ten-thousandths alone, what the catalog
 * validator allows (2^53 − 1) would pass a {@code long}.
 *
 * @param whole funz per hour × milliseconds
 * @param parts ten-thousandths, 0 to 9 999
 */
public record Accrued(long whole, int parts) {
    /** Checks the ranges. */
    public Accrued {
        if (whole < 0 || parts < 0 || parts >= BasisPoints.ONE) {
            throw new IllegalArgumentException(
                    "accrued income cannot be " + whole + " and " + parts + " parts");
        }
    }

    /**
     * Returns this and what {@code perHourBps} (funz per hour × basis points) earn in {@code
     * millis}.
     *
     * @throws ArithmeticException when that passes 2^63. The catalog validator refuses content that
     *     could reach it: it keeps the rate, the whole result and the rest below 2^53, and 9 999
     *     parts times the longest income cap, 365 days, are below 2^49
     */
    Accrued plus(long perHourBps, long millis) {
        long newParts = parts + Math.multiplyExact(perHourBps % BasisPoints.ONE, millis);
        long newWhole = Math.multiplyExact(perHourBps / BasisPoints.ONE, millis);
        return new Accrued(
                Math.addExact(Math.addExact(whole, newWhole), newParts / BasisPoints.ONE),
                (int) (newParts % BasisPoints.ONE));
    }

    /** Returns the whole funz in it. */
    long funz() {
        return whole / IncomeState.PER_FUNZ;
    }

    /** Returns what stays when the whole funz are paid. */
    Accrued rest() {
        return new Accrued(whole % IncomeState.PER_FUNZ, parts);
    }
}
