package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.BasisPoints;

/**
 * How much there is to win, and who wins how much of it. Pure, exact, without floating point.
 *
 * <p>Each share is floored. What flooring leaves of the shares of all ranks that are held goes to
 * rank 1. The prize of a rank that nobody holds is not paid, and neither is what no range shares
 * out; so the sum never passes the pool.
 */
public final class PrizeRules {
    private PrizeRules() {}

    /**
     * Returns what is in the pool: the collected fees without what is kept of them, floored, and
     * never less than what is guaranteed.
     *
     * @param collected entry fees that were paid and not given back, 0 to {@link Amounts#MAX}
     */
    public static long pool(PrizeTable table, long collected) {
        Amounts.require("collected", collected);
        return Math.max(
                part(collected, BasisPoints.ONE - (long) table.feeBps()), table.guaranteed());
    }

    /**
     * Returns what each rank gets.
     *
     * @param table one without {@link PrizeTable#problems}
     * @param collected entry fees that were paid and not given back, 0 to {@link Amounts#MAX}
     * @param ranked how many players are ranked, 0 or more
     */
    public static Payouts payouts(PrizeTable table, long collected, long ranked) {
        if (ranked < 0) {
            throw new IllegalArgumentException("ranked players cannot be " + ranked);
        }
        long pool = pool(table, collected);
        long shared = 0;
        long paid = 0;
        for (PrizeRange range : table.ranges()) {
            long held = range.held(ranked);
            shared += held * range.prize();
            paid += held * prize(table, pool, range);
        }
        long first = table.kind() == PrizeKind.SHARES ? part(pool, shared) - paid : 0;
        return new Payouts(table, pool, Math.min(ranked, table.ranks()), first, paid + first);
    }

    static long prize(PrizeTable table, long pool, PrizeRange range) {
        return table.kind() == PrizeKind.SHARES ? part(pool, range.prize()) : range.prize();
    }

    /**
     * Returns {@code amount × bps / 10 000}, floored, for up to ×1: in two parts, because the
     * product of the largest amount would pass 2^63.
     */
    private static long part(long amount, long bps) {
        return amount / BasisPoints.ONE * bps + amount % BasisPoints.ONE * bps / BasisPoints.ONE;
    }
}
