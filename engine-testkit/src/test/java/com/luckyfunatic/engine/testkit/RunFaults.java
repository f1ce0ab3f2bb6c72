package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.minigame.StartOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores of minigames' runs that do one thing wrong. */
final class RunFaults {
    private RunFaults() {}

    abstract static class Broken extends BrokenStorage implements MinigameRuns {
        Broken(PlainStorage right) {
            super(right);
        }

        final MinigameRuns runs() {
            return right.minigameRuns();
        }

        @Override
        public final MinigameRuns minigameRuns() {
            return this;
        }

        @Override
        public StartOutcome start(MinigameRun run, int openMax) {
            return runs().start(run, openMax);
        }

        @Override
        public Optional<MinigameRun> find(PlayerId player, OperationId operationId) {
            return runs().find(player, operationId);
        }

        @Override
        public Optional<MinigameRun> find(long id) {
            return runs().find(id);
        }

        @Override
        public Optional<MinigameRun> score(long id, RunScore score) {
            return runs().score(id, score);
        }

        @Override
        public Optional<MinigameRun> review(long id, RunReview review, long number) {
            return runs().review(id, review, number);
        }

        @Override
        public Page<MinigameRun> counted(MinigameId minigame, long after, int limit) {
            return runs().counted(minigame, after, limit);
        }

        @Override
        public Page<MinigameRun> counted(TournamentId tournament, long after, int limit) {
            return runs().counted(tournament, after, limit);
        }

        @Override
        public Page<MinigameRun> flagged(long after, int limit) {
            return runs().flagged(after, limit);
        }

        @Override
        public Page<MinigameRun> flagged(TournamentId tournament, long after, int limit) {
            return runs().flagged(tournament, after, limit);
        }
    }

    /** Counts no open runs. */
    static final class NoLimit extends Broken {
        NoLimit(PlainStorage right) {
            super(right);
        }

        @Override
        public StartOutcome start(MinigameRun run, int openMax) {
            return runs().start(run, Integer.MAX_VALUE);
        }
    }

    /** Takes the last score in the place of the first. */
    static final class LastScore extends Broken {
        private final Map<Long, RunScore> last = new HashMap<>();

        LastScore(PlainStorage right) {
            super(right);
        }

        @Override
        public synchronized Optional<MinigameRun> find(long id) {
            RunScore score = last.get(id);
            return runs().find(id).map(run -> score == null ? run : run.with(score));
        }

        @Override
        public synchronized Optional<MinigameRun> score(long id, RunScore score) {
            last.put(id, score);
            return runs().score(id, score).map(run -> run.with(score));
        }
    }

    /** Lets a later review overrule the first. */
    static final class LastReview extends Broken {
        LastReview(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<MinigameRun> review(long id, RunReview review, long number) {
            return runs().review(id, review, number)
                    .map(run -> {
                        RunScore score = run.score();
                        return score == null || score.flag() == null
                                ? run
                                : run.with(score.reviewed(review, number));
                    });
        }
    }

    /** Begins each list anew. */
    static final class NoCursor extends Broken {
        NoCursor(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<MinigameRun> flagged(long after, int limit) {
            Page<MinigameRun> first = runs().flagged(0, limit);
            return new Page<>(first.items(), first.hasMore() && after == 0);
        }

        @Override
        public Page<MinigameRun> counted(MinigameId minigame, long after, int limit) {
            Page<MinigameRun> first = runs().counted(minigame, 0, limit);
            return new Page<>(first.items(), first.hasMore() && after == 0);
        }
    }

    /** Shows runs of a game where those of a tournament are asked for. */
    static final class ForgetsTournaments extends Broken {
        ForgetsTournaments(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<MinigameRun> counted(TournamentId tournament, long after, int limit) {
            return new Page<>(List.of(), false);
        }
    }
}
