package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.tournament.TournamentId;
import org.jspecify.annotations.Nullable;

/**
 * Where a player stood when a tournament was over, and what was paid for it.
 *
 * @param tournament of which tournament
 * @param closedAtMillis when that closed, epoch milliseconds
 * @param rank 1 for the best; no two players share one
 * @param place the player and the score
 * @param receipt what was paid; null for a rank that wins nothing, or before it is paid
 */
public record FinalStanding(
        TournamentId tournament,
        long closedAtMillis,
        long rank,
        BoardPlace place,
        @Nullable PrizeReceipt receipt) {
    /** Checks the ranges. */
    public FinalStanding {
        Amounts.require("closedAtMillis", closedAtMillis);
        if (rank < 1) {
            throw new IllegalArgumentException("a rank is positive, was " + rank);
        }
    }

    /** Returns who stood there. */
    public PlayerId player() {
        return place.player();
    }

    /** Returns it with what was paid. */
    public FinalStanding with(PrizeReceipt paid) {
        return new FinalStanding(tournament, closedAtMillis, rank, place, paid);
    }
}
