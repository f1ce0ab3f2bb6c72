package com.luckyfunatic.engine.prize;

/**
 * What each rank of one tournament gets, by {@link PrizeRules#payouts}. Immutable.
 *
 * @param table by which
 * @param pool what there is to win
 * @param winners how many ranks are held and have a range; some of them may get 0, where a share of
 *     the pool is less than one unit
 * @param remainder what rank 1 gets in addition
 * @param total what all together get, never above {@code pool}
 */
public record Payouts(PrizeTable table, long pool, long winners, long remainder, long total) {
    /**
     * Returns what a rank gets, in time in proportion to the number of ranges.
     *
     * @param rank 1 for the best
     * @return 0 for a rank that wins nothing, or that nobody holds
     */
    public long prize(long rank) {
        if (rank < 1 || rank > winners) {
            return 0;
        }
        for (PrizeRange range : table.ranges()) {
            if (rank <= range.to()) {
                return PrizeRules.prize(table, pool, range) + (rank == 1 ? remainder : 0);
            }
        }
        return 0;
    }

    /** Returns how many ranks get more than 0: these are the first ones. */
    public long paid() {
        long paid = prize(1) > 0 ? 1 : 0;
        for (PrizeRange range : table.ranges()) {
            if (PrizeRules.prize(table, pool, range) > 0) {
                paid = Math.min(range.to(), winners);
            }
        }
        return paid;
    }
}
