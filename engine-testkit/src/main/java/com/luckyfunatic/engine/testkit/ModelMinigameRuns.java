package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRefusal;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.minigame.RunStep;
import com.luckyfunatic.engine.minigame.StartOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The plainest store of runs: one list, looked through from its beginning. Thread-safe. */
public final class ModelMinigameRuns implements MinigameRuns {
    private final List<MinigameRun> runs = new ArrayList<>();

    @Override
    public synchronized StartOutcome start(MinigameRun run, int openMax) {
        int open = 0;
        for (MinigameRun each : runs) {
            if (each.player().equals(run.player())) {
                if (each.operationId().equals(run.operationId())) {
                    return new StartOutcome.Known(each);
                }
                boolean waits = each.step() == RunStep.FLAGGED;
                open += waits || each.isOpen(run.startedAtMillis()) ? 1 : 0;
            }
        }
        if (open >= openMax) {
            return new StartOutcome.Refused(MinigameRefusal.TOO_MANY_RUNS);
        }
        runs.add(run);
        return new StartOutcome.Started(run);
    }

    @Override
    public synchronized Optional<MinigameRun> find(PlayerId player, OperationId operationId) {
        return runs.stream()
                .filter(run -> run.player().equals(player))
                .filter(run -> run.operationId().equals(operationId))
                .findFirst();
    }

    @Override
    public synchronized Optional<MinigameRun> find(long id) {
        return runs.stream().filter(run -> run.id() == id).findFirst();
    }

    @Override
    public synchronized Optional<MinigameRun> score(long id, RunScore score) {
        runs.replaceAll(run -> run.id() == id && run.score() == null ? run.with(score) : run);
        return find(id);
    }

    @Override
    public synchronized Optional<MinigameRun> review(long id, RunReview review, long number) {
        runs.replaceAll(run ->
                run.id() == id && run.step() == RunStep.FLAGGED
                        ? run.with(Objects.requireNonNull(run.score()).reviewed(review, number))
                        : run);
        return find(id);
    }

    @Override
    public Page<MinigameRun> counted(MinigameId minigame, long after, int limit) {
        return page(
                run -> run.minigame().equals(minigame), ModelMinigameRuns::countedAs, after, limit);
    }

    @Override
    public Page<MinigameRun> counted(TournamentId tournament, long after, int limit) {
        return page(
                run -> tournament.equals(run.tournament()),
                ModelMinigameRuns::countedAs,
                after,
                limit);
    }

    @Override
    public Page<MinigameRun> flagged(long after, int limit) {
        return page(run -> run.step() == RunStep.FLAGGED, MinigameRun::id, after, limit);
    }

    @Override
    public Page<MinigameRun> flagged(TournamentId tournament, long after, int limit) {
        return page(
                run -> run.step() == RunStep.FLAGGED && tournament.equals(run.tournament()),
                MinigameRun::id,
                after,
                limit);
    }

    private static long countedAs(MinigameRun run) {
        RunScore score = run.score();
        return score == null ? 0 : score.countedAs();
    }

    private synchronized Page<MinigameRun> page(
            Predicate<MinigameRun> wanted,
            ToLongFunction<MinigameRun> order,
            long after,
            int limit) {
        Page.requireLimit(limit);
        List<MinigameRun> sorted = new ArrayList<>(runs);
        sorted.removeIf(wanted.negate());
        sorted.removeIf(run -> order.applyAsLong(run) <= after);
        sorted.sort(Comparator.comparingLong(order));
        return Page.ofOneMore(sorted, limit);
    }
}
