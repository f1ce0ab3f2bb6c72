package com.luckyfunatic.benchmarks.game;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.PrizeKind;
import com.luckyfunatic.engine.prize.PrizeRange;
import com.luckyfunatic.engine.prize.PrizeTable;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.List;

/**
 * A tournament that is over since an hour and that all who have played it win. Immutable.
 *
 * @param definition what is to be created and published
 */
public record EndedCup(TournamentDefinition definition) {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long PLAYED_BEFORE_MILLIS = 1_000;

    /**
     * Returns one.
     *
     * @param name a different one for each
     * @param winners how many win
     * @param prize what each of them gets, whole funz
     */
    public static EndedCup of(String name, int winners, long prize) {
        // By the machine's clock, which those who pay go by.
        long closes = System.currentTimeMillis() - HOUR_MILLIS;
        return new EndedCup(
                new TournamentDefinition(
                        new TournamentId(name),
                        "Cup",
                        new MinigameId("game"),
                        closes - HOUR_MILLIS,
                        closes,
                        new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER),
                        Currency.FUNZ,
                        0,
                        1,
                        TournamentDefinition.UNLIMITED,
                        List.of(),
                        new PrizeTable(
                                Currency.FUNZ,
                                0,
                                prize * winners,
                                PrizeKind.AMOUNTS,
                                List.of(new PrizeRange(1, winners, prize)))));
    }

    /** Returns its name. */
    public TournamentId id() {
        return definition.id();
    }

    /** Returns the run {@code id} of {@code player}, a moment before the end. */
    public MinigameRun run(long id, PlayerId player) {
        return new MinigameRun(
                id,
                player,
                new OperationId("run " + id()),
                definition.minigame(),
                id(),
                playedAt(),
                playedAt() + PLAYED_BEFORE_MILLIS,
                1,
                2,
                null);
    }

    /** Returns what {@code player} has reached in the run {@code id}. */
    public RunScore score(long id, PlayerId player) {
        return new RunScore(player.value() % 1_000_000, playedAt(), null, id, null);
    }

    private long playedAt() {
        return definition.closesAtMillis() - PLAYED_BEFORE_MILLIS;
    }
}
