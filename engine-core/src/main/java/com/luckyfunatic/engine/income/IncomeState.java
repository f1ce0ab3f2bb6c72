package com.luckyfunatic.engine.income;

/**
 * A player's passive income.
 *
 * @param collectedAtMillis the last collection, or a later moment up to which nothing accrued,
 *     epoch milliseconds; income accrues for a limited time from here
 * @param settledAtMillis up to when {@code accrued} is counted, epoch milliseconds
 * @param accrued what has accrued and was not paid, in funz per hour × milliseconds: 3 600 000 of
 *     them are one funz, and the rest of a division stays here
 * @param collectOnNextCommand whether the next command of the player collects first (set by a
 *     login)
 */
public record IncomeState(
        long collectedAtMillis, long settledAtMillis, long accrued, boolean collectOnNextCommand) {
    /** How much of {@link #accrued} makes one funz. */
    public static final long PER_FUNZ = 3_600_000;

    IncomeState collected(long rest, long atMillis) {
        return new IncomeState(atMillis, atMillis, rest, false);
    }

    /**
     * Returns this with {@code newAccrued} counted up to {@code atMillis}. If nothing has accrued
     * meanwhile and no whole funz waits to be paid, the limited time starts anew: it does not run
     * while there is nothing to earn.
     */
    public IncomeState settled(long newAccrued, long atMillis) {
        boolean idle = atMillis > settledAtMillis && newAccrued == accrued && accrued < PER_FUNZ;
        return new IncomeState(
                idle ? atMillis : collectedAtMillis, atMillis, newAccrued, collectOnNextCommand);
    }

    /** Returns this with a collection due before the next command. */
    public IncomeState dueOnNextCommand() {
        return new IncomeState(collectedAtMillis, settledAtMillis, accrued, true);
    }
}
