package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.tournament.RecordedBoards;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentStage;
import java.util.Optional;

/**
 * Tells what approving a run has come to in its tournament. Thread-safe; calls block on the
 * storage.
 */
public final class ApprovedRuns {
    private final GameStorage storage;
    private final RecordedStandings recorded;

    /** Tells it of runs in {@code storage}. */
    public ApprovedRuns(GameStorage storage) {
        this.storage = storage;
        recorded = new RecordedStandings(storage);
    }

    /**
     * Returns why an approved run is not in the standings of {@code tournament}, for which it was
     * played; empty when it is, or will be once they are made.
     *
     * <p>While they are being made it is not known yet: ask again afterwards.
     */
    public Optional<LeftOut> leftOut(MinigameRun approved, Tournament tournament) {
        if (tournament.stage() == TournamentStage.CANCELLED) {
            return Optional.of(LeftOut.CANCELLED);
        }
        if (isDisqualified(approved, tournament)) {
            return Optional.of(LeftOut.DISQUALIFIED);
        }
        // It was played in time, or it would have no score.
        if (!RecordedBoards.isInTime(tournament.definition(), approved)) {
            return Optional.of(LeftOut.REVIEWED_LATE);
        }
        return isRankedWithout(approved, tournament)
                ? Optional.of(LeftOut.RANKED)
                : Optional.empty();
    }

    private boolean isDisqualified(MinigameRun run, Tournament tournament) {
        return storage.tournaments().disqualification(tournament.id(), run.player()).isPresent();
    }

    /** A score that was slow on its way can be recorded after the standings are made. */
    private boolean isRankedWithout(MinigameRun run, Tournament tournament) {
        return storage.prizeRuns().progress(tournament.id()).complete()
                && !storage.prizeRuns()
                        .standing(tournament.id(), run.player())
                        .map(FinalStanding::place)
                        .equals(recorded.of(tournament, run.player()));
    }
}
