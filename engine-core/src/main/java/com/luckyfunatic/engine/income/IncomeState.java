package com.luckyfunatic.engine.income;

/**
 * A player's passive income.
 *
 * <p>{@code parts} is the last component because states were stored before it existed; in those it
 * is 0.
 *
 * @param collectedAtMillis the last collection, or a later moment up to which nothing accrued,
 *     epoch milliseconds; income accrues for a limited time from here
 * @param settledAtMillis up to when {@code accrued} is counted, epoch milliseconds
 * @param accrued what has accrued and was not paid, in funz per hour × milliseconds: 3 600 000 of
 *     them are one funz, and the rest of a division stays here
 * @param collectOnNextCommand whether the next command of the player collects first (set by a
 *     login)
 * @param parts what has accrued beyond {@code accrued}, in ten-thousandths, which multipliers leave
 */
public record IncomeState(
        long collectedAtMillis,
        long settledAtMillis,
        long accrued,
        boolean collectOnNextCommand,
        int parts) {
    /** How much of {@link #accrued} makes one funz. */
    public static final long PER_FUNZ = 3_600_000;

    /** Returns the income of a player who begins at {@code atMillis}. */
    public static IncomeState startingAt(long atMillis) {
        return new IncomeState(atMillis, atMillis, 0, false, 0);
    }

    /** Returns all that has accrued. */
    public Accrued allAccrued() {
        return new Accrued(accrued, parts);
    }

    IncomeState collected(Accrued rest, long atMillis) {
        return new IncomeState(atMillis, atMillis, rest.whole(), false, rest.parts());
    }

    /**
     * Returns this with {@code all} counted up to {@code atMillis}, or further if it was already.
     * If nothing has accrued meanwhile and no whole funz waits to be paid, the limited time starts
     * anew: it does not run while there is nothing to earn.
     */
    public IncomeState settled(Accrued all, long atMillis) {
        boolean idle = atMillis > settledAtMillis && all.equals(allAccrued()) && accrued < PER_FUNZ;
        return new IncomeState(
                idle ? atMillis : collectedAtMillis,
                Math.max(atMillis, settledAtMillis),
                all.whole(),
                collectOnNextCommand,
                all.parts());
    }

    /** Returns this with a collection due before the next command. */
    public IncomeState dueOnNextCommand() {
        return new IncomeState(collectedAtMillis, settledAtMillis, accrued, true, parts);
    }
}
