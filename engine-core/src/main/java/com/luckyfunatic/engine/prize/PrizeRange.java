package com.luckyfunatic.engine.prize;

/**
 * What each rank of a range gets.
 *
 * @param from its first rank, 1 for the best
 * @param to its last rank, the same for a range of one
 * @param prize what <em>each</em> of them gets: an amount, or basis points of the pool, as the
 *     table's {@link PrizeKind} says
 */
public record PrizeRange(long from, long to, long prize) {
    /** Returns how many of its ranks are held when {@code ranked} players are ranked. */
    long held(long ranked) {
        return Math.max(0, Math.min(to, ranked) - from + 1);
    }
}
