package com.luckyfunatic.operations.adjust;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.prize.TaskRunner;
import com.luckyfunatic.operations.adjust.AdjustmentResults.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the rows of a file, each at most once for ever under its own operation id: a run that
 * was broken off is gone on with by another. Rows of one player are carried out in their order.
 * Thread-safe; calls block on the storage.
 */
public final class AdjustmentRun {
    private static final int CHUNK = 2_000;

    private final GameEngine engine;
    private final Actor.Operator actor;
    private final TaskRunner tasks;
    private final Function<CommandEnvelope, Answer> execution;

    /**
     * @param operator who is said to have done it
     * @param tasks carries out rows of different players
     */
    public AdjustmentRun(GameEngine engine, OperatorName operator, TaskRunner tasks) {
        this(engine, operator, tasks, engine::execute);
    }

    AdjustmentRun(
            GameEngine engine,
            OperatorName operator,
            TaskRunner tasks,
            Function<CommandEnvelope, Answer> execution) {
        this.engine = engine;
        this.actor = new Actor.Operator(operator.value());
        this.tasks = tasks;
        this.execution = execution;
    }

    /**
     * What a run came to, rows of earlier runs included.
     *
     * @param applied how many rows were carried out
     * @param refused how many the rules refused
     * @param conflicts of how many something else was done under the operation id
     */
    public record Tally(int applied, int refused, int conflicts) {
        /** Returns that of rows by what became of them. */
        public static Tally of(Map<Result, Integer> counts) {
            return new Tally(
                    counts.getOrDefault(Result.APPLIED, 0),
                    counts.getOrDefault(Result.REFUSED, 0),
                    counts.getOrDefault(Result.CONFLICT, 0));
        }

        /** Returns that of {@code results}. */
        public static Tally of(List<RowResult> results) {
            Map<Result, Integer> counts = new EnumMap<>(Result.class);
            results.forEach(each -> counts.merge(each.result(), 1, Integer::sum));
            return of(counts);
        }

        /** Returns it in words. */
        public String words() {
            return applied + " applied, " + refused + " refused, " + conflicts + " conflicts";
        }

        /** Returns whether all were carried out. */
        public boolean isClean() {
            return refused == 0 && conflicts == 0;
        }
    }

    /**
     * Asks the rules of each row what would come of it now, and changes nothing. Rows of one player
     * are looked at each by itself.
     *
     * @return what is wrong; players whom there is not among it
     */
    public List<RowProblem> check(List<Adjustment> rows, IntConsumer progress) {
        RowProblems problems = new RowProblems();
        each(
                rows,
                progress,
                row -> {
                    PlayerState state = engine.player(row.player()).orElse(null);
                    if (state == null) {
                        problems.add(row.row(), "player_id", "there is no such player");
                        return;
                    }
                    if (engine.operation(row.player(), row.operationId()).isPresent()) {
                        // What came of it is found when it is carried out.
                        return;
                    }
                    if (engine.preview(envelope(row)).outcome()
                            instanceof Outcome.Refused(var reason)) {
                        problems.add(row.row(), "", "would be refused: " + reason);
                    }
                });
        return problems.list();
    }

    /**
     * Carries out what an earlier run has not.
     *
     * @param progress is told how many rows are done
     * @throws RuntimeException what the first row that failed threw; others may have been carried
     *     out, and the same again goes on
     */
    public Tally apply(List<Adjustment> rows, AdjustmentResults results, IntConsumer progress) {
        Map<Result, Integer> counts = new ConcurrentHashMap<>();
        each(
                rows,
                progress,
                row -> {
                    Result known = results.known(row);
                    counts.merge(known == null ? applied(row, results) : known, 1, Integer::sum);
                });
        return Tally.of(counts);
    }

    /**
     * Carries out rows, each at most once for ever, whatever an earlier run has.
     *
     * @return what became of each, in the order of rows
     * @throws RuntimeException what the first row that failed threw; others may have been carried
     *     out, and the same again tells of all
     */
    public List<RowResult> apply(List<Adjustment> rows) {
        Map<Integer, RowResult> results = new ConcurrentSkipListMap<>();
        each(rows, _ -> {}, row -> results.put(row.row(), carriedOut(row)));
        return List.copyOf(results.values());
    }

    private Result applied(Adjustment row, AdjustmentResults results) {
        RowResult done = carriedOut(row);
        results.add(row, done.result(), done.detail());
        return done.result();
    }

    private RowResult carriedOut(Adjustment row) {
        Answer answer = execution.apply(envelope(row));
        Result result =
                switch (answer.outcome()) {
                    case Outcome.Accepted _ -> Result.APPLIED;
                    case Outcome.Refused _ -> Result.REFUSED;
                    case Outcome.OperationIdReused _ -> Result.CONFLICT;
                };
        return new RowResult(row, result, detail(answer));
    }

    private static String detail(Answer answer) {
        PlayerState after = answer.state();
        return switch (answer.outcome()) {
            case Outcome.Accepted _ when after != null ->
                    "funz "
                            + after.wallet().funz()
                            + " jokers "
                            + after.wallet().jokers()
                            + (answer.repeated() ? " when it was done before" : "");
            case Outcome.Refused(var reason) -> reason.getClass().getSimpleName();
            default -> "";
        };
    }

    private CommandEnvelope envelope(Adjustment row) {
        return new CommandEnvelope(
                row.player(), row.operationId(), engine.clock().millis(), actor, row.command());
    }

    private interface Work {
        void on(Adjustment row);
    }

    private void each(List<Adjustment> rows, IntConsumer progress, Work work) {
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            int to = Math.min(rows.size(), from + CHUNK);
            Map<PlayerId, List<Adjustment>> byPlayer = new LinkedHashMap<>();
            for (Adjustment row : rows.subList(from, to)) {
                byPlayer.computeIfAbsent(row.player(), _ -> new ArrayList<>()).add(row);
            }
            tasks.runAll(
                    byPlayer.values().stream()
                            .map(own -> (Runnable) () -> run(own, work, failure))
                            .toList());
            RuntimeException first = failure.get();
            if (first != null) {
                throw first;
            }
            progress.accept(to);
        }
    }

    /** After the first failure nothing more is begun. */
    private static void run(
            List<Adjustment> rows, Work work, AtomicReference<@Nullable RuntimeException> failure) {
        for (Adjustment row : rows) {
            if (failure.get() != null) {
                return;
            }
            try {
                work.on(row);
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        }
    }
}
