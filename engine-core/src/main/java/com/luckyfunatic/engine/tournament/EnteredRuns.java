package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRefusal;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.minigame.TournamentRuns;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.tournament.TournamentScores.ScoreRefusal;

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
    public Admission admit(
            TournamentId tournament, MinigameId minigame, PlayerId player, long nowMillis) {
        TournamentDefinition definition =
                storage.tournaments()
                        .find(tournament)
                        .map(Tournament::definition)
                        .filter(found -> found.minigame().equals(minigame))
                        .orElse(null);
        if (definition == null) {
            return Admission.refused(MinigameRefusal.UNKNOWN_TOURNAMENT);
        }
        ScoreRefusal refusal = scores.whyNotBegin(tournament, player, nowMillis);
        return refusal == null
                ? new Admission(null, definition.endsAtMillis())
                : Admission.refused(refusal(refusal));
    }

    private static MinigameRefusal refusal(ScoreRefusal refusal) {
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
