package com.luckyfunatic.storage.memory;

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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** All runs in one map, under one lock; lists look at each of them. Thread-safe. */
final class MemoryMinigameRuns implements MinigameRuns {
    private final TreeMap<Long, MinigameRun> runs = new TreeMap<>();
    private final OpenState open;

    MemoryMinigameRuns(OpenState open) {
        this.open = open;
    }

    @Override
    public synchronized StartOutcome start(MinigameRun run, int openMax) {
        open.require();
        List<MinigameRun> own =
                runs.values().stream().filter(each -> each.player().equals(run.player())).toList();
        Optional<MinigameRun> known = find(run.player(), run.operationId());
        if (known.isPresent()) {
            return new StartOutcome.Known(known.get());
        }
        if (own.stream().filter(each -> isInTheWay(each, run)).count() >= openMax) {
            return new StartOutcome.Refused(MinigameRefusal.TOO_MANY_RUNS);
        }
        runs.put(run.id(), run);
        return new StartOutcome.Started(run);
    }

    @Override
    public synchronized Optional<MinigameRun> find(PlayerId player, OperationId operationId) {
        open.require();
        return runs.values().stream()
                .filter(run -> run.player().equals(player))
                .filter(run -> run.operationId().equals(operationId))
                .findFirst();
    }

    @Override
    public synchronized Optional<MinigameRun> find(long id) {
        open.require();
        return Optional.ofNullable(runs.get(id));
    }

    @Override
    public synchronized Optional<MinigameRun> score(long id, RunScore score) {
        open.require();
        return Optional.ofNullable(
                runs.computeIfPresent(id, (_, run) -> run.score() == null ? run.with(score) : run));
    }

    @Override
    public synchronized Optional<MinigameRun> review(long id, RunReview review, long number) {
        open.require();
        return Optional.ofNullable(
                runs.computeIfPresent(
                        id,
                        (_, run) ->
                                run.score() != null && run.step() == RunStep.FLAGGED
                                        ? run.with(run.score().reviewed(review, number))
                                        : run));
    }

    @Override
    public Page<MinigameRun> counted(MinigameId minigame, long after, int limit) {
        return page(
                run -> run.minigame().equals(minigame),
                MemoryMinigameRuns::countedAs,
                after,
                limit);
    }

    @Override
    public Page<MinigameRun> counted(TournamentId tournament, long after, int limit) {
        return page(
                run -> tournament.equals(run.tournament()),
                MemoryMinigameRuns::countedAs,
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

    private static boolean isInTheWay(MinigameRun earlier, MinigameRun run) {
        return earlier.isOpen(run.startedAtMillis()) || earlier.step() == RunStep.FLAGGED;
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
        open.require();
        Page.requireLimit(limit);
        return Page.ofOneMore(
                runs.values().stream()
                        .filter(wanted)
                        .filter(run -> order.applyAsLong(run) > after)
                        .sorted(Comparator.comparingLong(order))
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }
}
