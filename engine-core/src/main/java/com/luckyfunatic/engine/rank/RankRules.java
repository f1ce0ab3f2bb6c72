package com.luckyfunatic.engine.rank;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of ranks. Pure. */
public final class RankRules {
    private RankRules() {}

    /** Returns the next rank if {@code state} has reached it, else null. */
    public static RankEvent.@Nullable RankReached nextReached(PlayerState state, Catalog catalog) {
        List<RankDefinition> ranks = catalog.ranks();
        int rank = state.rank().rank();
        if (rank >= ranks.size() || state.wallet().funzEarned() < ranks.get(rank).funzEarned()) {
            return null;
        }
        long jokers = ranks.get(rank).rewardJokers();
        long credit = Amounts.creditable(state.wallet().jokers(), jokers);
        return new RankEvent.RankReached(rank + 1, credit, jokers - credit);
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, RankEvent event) {
        return switch (event) {
            case RankEvent.RankReached(int rank, long jokers, long _) ->
                    state.change()
                            .rank(new RankState(rank))
                            .wallet(state.wallet().change(Currency.JOKERS, jokers))
                            .done();
        };
    }

    /** Returns the rank as the player sees it. */
    public static RankStatus status(PlayerState state, Catalog catalog) {
        List<RankDefinition> ranks = catalog.ranks();
        int rank = state.rank().rank();
        String name = ranks.get(Math.min(rank, ranks.size()) - 1).name();
        long nextAt = rank < ranks.size() ? ranks.get(rank).funzEarned() : 0;
        return new RankStatus(rank, name, state.wallet().funzEarned(), nextAt);
    }
}
