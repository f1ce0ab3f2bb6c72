package com.luckyfunatic.server.timetrial;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.LeaderboardRefusal;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.timetrial.PersonalBest;
import com.luckyfunatic.engine.timetrial.TimeTrialDefinition;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Boards of the players' best times, shortest first. The best time in the player's state is the
 * truth: it is sent again when the board does not have it, which makes good for whoever dies in
 * between. Thread-safe; blocks on the storage.
 */
@Singleton
final class TimeTrialBoards {
    private static final BoardSettings SHORTEST_FIRST =
            new BoardSettings(
                    new Scoring(ScoringMethod.BEST, ScoringDirection.LOWER), BoardSettings.NEVER);

    private final GameEngine engine;

    TimeTrialBoards(GameEngine engine) {
        this.engine = engine;
    }

    /** Returns the player's rank at a level, after the best time is on its board; null for none. */
    @Nullable Long rank(PlayerState state, TimeTrialDefinition trial) {
        PersonalBest best = state.timeTrials().best(trial.id());
        if (best == null) {
            return null;
        }
        RankedPlace place = boards().rank(trial.board(), state.id()).orElse(null);
        if (place == null || place.place().score().whole() > best.bestMillis()) {
            submit(state, trial, best);
            place = boards().rank(trial.board(), state.id()).orElse(null);
        }
        return place == null ? null : place.rank();
    }

    /** Bests get better and later, so the moment of one tells it from those before. */
    private void submit(PlayerState state, TimeTrialDefinition trial, PersonalBest best) {
        Submission submission =
                new Submission(state.id(), best.atMillis(), best.bestMillis(), best.atMillis());
        SubmissionOutcome outcome = boards().submit(trial.board(), submission);
        if (outcome instanceof SubmissionOutcome.Refused(LeaderboardRefusal reason)
                && reason == LeaderboardRefusal.UNKNOWN_BOARD) {
            boards().open(trial.board(), SHORTEST_FIRST);
            boards().submit(trial.board(), submission);
        }
    }

    private Leaderboards boards() {
        return engine.storage().leaderboards();
    }
}
