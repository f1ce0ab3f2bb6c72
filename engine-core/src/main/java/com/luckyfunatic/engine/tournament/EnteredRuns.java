package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRefusal;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.minigame.TournamentRuns;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.tournament.TournamentScores.ScoreRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Runs of minigames in tournaments: who has entered one that is open can begin one, and its score
 * goes to the tournament's board. Thread-safe; calls block on the storage.
 */
public final class EnteredRuns implements TournamentRuns {
    private final GameStorage storage;
    private final TournamentScores scores;

    /** Takes runs for tournaments in {@code storage}. */
    public EnteredRuns(GameStorage storage) {
        this.storage = storage;
        scores = new TournamentScores(storage);
    }

    @Override
    public @Nullable MinigameRefusal check(
            TournamentId tournament, MinigameId minigame, PlayerId player, long nowMillis) {
        boolean isHere =
                storage.tournaments()
                        .find(tournament)
                        .filter(found -> found.definition().minigame().equals(minigame))
                        .isPresent();
        ScoreRefusal refusal =
                isHere
                        ? scores.whyNotBegin(tournament, player, nowMillis)
                        : ScoreRefusal.UNKNOWN_TOURNAMENT;
        if (refusal == null) {
            return null;
        }
        return switch (refusal) {
            case UNKNOWN_TOURNAMENT -> MinigameRefusal.UNKNOWN_TOURNAMENT;
            case NOT_OPEN, LATE, NOT_COUNTED -> MinigameRefusal.TOURNAMENT_NOT_OPEN;
            case NOT_ENTERED, DISQUALIFIED -> MinigameRefusal.NOT_ENTERED;
        };
    }

    @Override
    public void submit(MinigameRun run) {
        TournamentId tournament = run.tournament();
        RunScore score = run.score();
        if (tournament == null || score == null || !score.counts()) {
            throw new IllegalArgumentException("run " + run.id() + " counts in no tournament");
        }
        scores.submit(
                tournament,
                run.player(),
                score.countedAs(),
                run.startedAtMillis(),
                score.score(),
                score.atMillis());
    }
}
