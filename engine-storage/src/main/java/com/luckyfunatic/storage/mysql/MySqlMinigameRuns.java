package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRefusal;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunFlag;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.minigame.StartOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.storage.codec.StepNumbers;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code minigame_run}. Every transaction may be done twice: then it finds what it did.
 * Thread-safe.
 */
final class MySqlMinigameRuns implements MinigameRuns {
    private final Transactions transactions;
    private final MinigameRunRepository runs;

    MySqlMinigameRuns(Transactions transactions, MinigameRunRepository runs) {
        this.transactions = transactions;
        this.runs = runs;
    }

    @Override
    public StartOutcome start(MinigameRun run, int openMax) {
        return transactions.run(_ -> {
            long player = run.player().value();
            runs.lockPlayer(player);
            Optional<MinigameRunRow> known = runs.findOperation(player, run.operationId().value());
            if (known.isPresent()) {
                MinigameRun earlier = known.get().run();
                return earlier.id() == run.id()
                        ? new StartOutcome.Started(earlier)
                        : new StartOutcome.Known(earlier);
            }
            if (runs.open(player, run.startedAtMillis()) >= openMax) {
                return new StartOutcome.Refused(MinigameRefusal.TOO_MANY_RUNS);
            }
            runs.insert(MinigameRunRow.of(run));
            return new StartOutcome.Started(run);
        });
    }

    @Override
    public Optional<MinigameRun> find(PlayerId player, OperationId operationId) {
        return transactions.run(_ ->
                runs.findOperation(player.value(), operationId.value()).map(MinigameRunRow::run));
    }

    @Override
    public Optional<MinigameRun> find(long id) {
        return transactions.run(_ -> found(id));
    }

    @Override
    public Optional<MinigameRun> score(long id, RunScore score) {
        RunFlag flag = score.flag();
        return transactions.run(_ -> {
            runs.score(
                    id,
                    score.score(),
                    score.atMillis(),
                    flag == null ? null : StepNumbers.number(flag),
                    score.counts() ? score.countedAs() : null);
            return found(id);
        });
    }

    @Override
    public Optional<MinigameRun> review(long id, RunReview review, long number) {
        return transactions.run(_ -> {
            runs.review(
                    id,
                    review.approved() ? number : null,
                    review.approved() ? 1 : 0,
                    review.by(),
                    review.reason(),
                    review.atMillis());
            return found(id);
        });
    }

    @Override
    public Page<MinigameRun> counted(MinigameId minigame, long after, int limit) {
        Page.requireLimit(limit);
        return transactions.run(
                _ -> page(runs.ofMinigame(minigame.value(), after, limit + 1), limit));
    }

    @Override
    public Page<MinigameRun> counted(TournamentId tournament, long after, int limit) {
        Page.requireLimit(limit);
        return transactions.run(
                _ -> page(runs.ofTournament(tournament.value(), after, limit + 1), limit));
    }

    @Override
    public Page<MinigameRun> flagged(long after, int limit) {
        Page.requireLimit(limit);
        return transactions.run(_ -> page(runs.flagged(after, limit + 1), limit));
    }

    @Override
    public Page<MinigameRun> flagged(TournamentId tournament, long after, int limit) {
        Page.requireLimit(limit);
        return transactions.run(
                _ -> page(runs.flaggedOf(tournament.value(), after, limit + 1), limit));
    }

    private Optional<MinigameRun> found(long id) {
        return runs.findByRunId(id).map(MinigameRunRow::run);
    }

    private static Page<MinigameRun> page(List<MinigameRunRow> rows, int limit) {
        return Page.ofOneMore(rows.stream().map(MinigameRunRow::run).toList(), limit);
    }
}
