package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.amount.Currency;
import java.util.List;

/**
 * What a tournament pays, as content describes it: prizes by rank, and where the money is from.
 * Content may say anything; {@link #problems} tells what is wrong. Immutable.
 *
 * <p>A table is of one kind, begins with rank 1, leaves no rank out and never gives a worse rank
 * more, so that nobody gains by doing worse.
 *
 * @param currency what prizes are counted in, and entry fees that go into the pool
 * @param feeBps what of the collected fees does not go into the pool, in basis points
 * @param guaranteed the least that is in the pool, however little is collected
 * @param kind whether the ranges hold amounts or shares
 * @param ranges the prizes, best rank first; none when there is nothing to win
 */
public record PrizeTable(
        Currency currency, int feeBps, long guaranteed, PrizeKind kind, List<PrizeRange> ranges) {
    /** The most ranks that win something. */
    public static final long RANKS_MAX = 1_000_000;

    /** The most ranges. */
    public static final int RANGES_MAX = 100;

    /** Nothing to win. */
    public static final PrizeTable NONE =
            new PrizeTable(Currency.FUNZ, 0, 0, PrizeKind.AMOUNTS, List.of());

    /** Copies the list. */
    public PrizeTable {
        ranges = List.copyOf(ranges);
    }

    /** Returns what is wrong with it; nothing when it can be played for. */
    public List<PrizeProblem> problems() {
        return PrizeChecks.problems(this);
    }

    /** Returns how many ranks win something; 0 when none does. */
    public long ranks() {
        return ranges.isEmpty() ? 0 : ranges.getLast().to();
    }
}
