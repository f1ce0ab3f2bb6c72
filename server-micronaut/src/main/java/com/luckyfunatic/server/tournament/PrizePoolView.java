package com.luckyfunatic.server.tournament;

import com.luckyfunatic.engine.prize.Payouts;
import com.luckyfunatic.engine.prize.PrizeRules;
import com.luckyfunatic.engine.prize.PrizeTable;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What there is to win in a tournament so far.
 *
 * @param currency what prizes are paid in
 * @param collected what was paid for entries
 * @param feeBps what of that does not go into the pool, in basis points
 * @param guaranteed the least that is in the pool
 * @param pool what is in it now
 * @param prizes what each rank gets if the tournament ended now with all ranks held, best first
 */
@Schema(
        example =
                "{\"currency\": \"funz\", \"collected\": 20500, \"feeBps\": 1000, \"guaranteed\":"
                    + " 25000, \"pool\": 25000, \"prizes\": [{\"from\": 1, \"to\": 1, \"amount\":"
                    + " 12500}, {\"from\": 2, \"to\": 3, \"amount\": 3750}]}")
public record PrizePoolView(
        String currency,
        long collected,
        int feeBps,
        long guaranteed,
        long pool,
        List<RankPrizeView> prizes) {
    /**
     * What each rank of a range gets.
     *
     * @param from its first rank, 1 for the best
     * @param to its last rank
     * @param amount what each of them gets; of the first range the best one gets in addition what
     *     rounding has left
     */
    public record RankPrizeView(long from, long to, long amount) {}

    /** Shows what there is to win in {@code tournament}. */
    public static PrizePoolView of(Tournament tournament) {
        PrizeTable table = tournament.definition().prizes();
        Payouts payouts = PrizeRules.payouts(table, tournament.collected(), table.ranks());
        return new PrizePoolView(
                Words.of(table.currency()),
                tournament.collected(),
                table.feeBps(),
                table.guaranteed(),
                payouts.pool(),
                table.ranges().stream()
                        .map(each ->
                                new RankPrizeView(each.from(), each.to(), payouts.prize(each.to())))
                        .toList());
    }
}
