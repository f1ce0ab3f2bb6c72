package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.prize.PrizeTable;
import java.util.List;

/** Tournaments for tests. */
final class TestTournaments {
    private TestTournaments() {}

    /** A free one with one entry per player and no limit of seats. */
    static TournamentDefinition between(long opensAt, long closesAt) {
        return new TournamentDefinition(
                new TournamentId("cup"),
                "Cup",
                new MinigameId("star_catcher"),
                opensAt,
                closesAt,
                new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER),
                Currency.FUNZ,
                0,
                1,
                TournamentDefinition.UNLIMITED,
                List.of(),
                PrizeTable.NONE);
    }
}
