package com.luckyfunatic.benchmarks.adjust;

import com.luckyfunatic.benchmarks.game.BenchmarkCatalog;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.TaskRunner;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.operations.adjust.AdjustmentFile;
import com.luckyfunatic.operations.adjust.AdjustmentResults;
import com.luckyfunatic.operations.adjust.AdjustmentRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Players of one storage, and files that give each of them something. For one thread at a time. */
final class AdjustGame {
    private static final int CALLERS = 32;
    private static final int ATTEMPTS = 20;

    /** As many as the command carries out at once. */
    private static final int AT_ONCE = 64;

    private static final OperatorName WHO = new OperatorName("benchmark");

    private final GameEngine engine;
    private final List<PlayerId> players;
    private final Path files;

    /** Creates a player for each of {@code rows} in an empty storage. */
    AdjustGame(GameStorage storage, int rows, Path files) throws IOException {
        engine = GameEngine.on(storage, BenchmarkCatalog.standard());
        this.files = Files.createDirectories(files);
        players = LongStream.rangeClosed(1, rows).mapToObj(PlayerId::new).toList();
        Concurrently.forEach(players, CALLERS, this::create);
    }

    /** Several times if need be: the storage is still cold. */
    private void create(PlayerId player) {
        for (int attempt = 1; ; attempt++) {
            try {
                var answer =
                        engine.execute(
                                player, new OperationId("create"), new CreatePlayer(null, false));
                if (!(answer.outcome() instanceof Outcome.Accepted)) {
                    throw new IllegalStateException(answer.toString());
                }
                return;
            } catch (StorageUnavailableException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private long jokers() {
        return players.stream()
                .mapToLong(each -> engine.player(each).orElseThrow().wallet().jokers())
                .sum();
    }

    /**
     * Carries a file out, broken off {@code kills} times, and insists that each row counts once.
     */
    AdjustResult.Round round(int number, int kills) throws IOException {
        long before = jokers();
        Path file = files.resolve("round-" + number + ".csv");
        StringBuilder text =
                new StringBuilder(
                        "operation_id,player_id,currency_or_item,amount,reason_code,reason\n");
        for (PlayerId each : players) {
            text.append("r%d-%s,%s,jokers,1,other,benchmark%n".formatted(number, each, each));
        }
        Files.writeString(file, text);
        Path results = files.resolve("round-" + number + ".results.csv");

        long start = System.nanoTime();
        AdjustmentFile read = AdjustmentFile.read(file);
        List<?> problems = run(0).check(read.rows(), _ -> {});
        long checked = System.nanoTime();
        require(read.problems().isEmpty() && problems.isEmpty(), "the file is in order");
        for (int i = 0; i < kills; i++) {
            apply(read, results, Math.max(1, players.size() * (i + 1) / (kills + 1)));
        }
        AdjustmentRun.Tally tally = apply(read, results, 0);
        long end = System.nanoTime();

        require(tally != null && tally.applied() == players.size(), "every row is applied");
        require(jokers() - before == players.size(), "every row is applied once");
        require(
                Files.readAllLines(results).size() == players.size() + 1,
                "every row has one result");
        return new AdjustResult.Round(
                (checked - start) / 1e9,
                (end - checked) / 1e9,
                players.size() / ((end - start) / 1e9),
                kills);
    }

    private static void require(boolean isSo, String what) {
        if (!isSo) {
            throw new IllegalStateException("not so: " + what);
        }
    }

    /** What a process that is killed leaves: whatever was not carried out or written by then. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private AdjustmentRun.@Nullable Tally apply(
            AdjustmentFile read, Path results, int rowsUntilKilled) {
        try (AdjustmentResults written = AdjustmentResults.open(results, "benchmark")) {
            return run(rowsUntilKilled).apply(read.rows(), written, _ -> {});
        } catch (IllegalStateException e) {
            if (rowsUntilKilled == 0) {
                throw e;
            }
            return null;
        }
    }

    /**
     * @param rowsUntilKilled how many players' rows are begun; 0 for all
     */
    private AdjustmentRun run(int rowsUntilKilled) {
        AtomicInteger begun = new AtomicInteger();
        TaskRunner tasks =
                all ->
                        Concurrently.forEach(
                                List.copyOf(all),
                                AT_ONCE,
                                task -> {
                                    if (rowsUntilKilled > 0
                                            && begun.incrementAndGet() > rowsUntilKilled) {
                                        throw new Killed();
                                    }
                                    task.run();
                                });
        return new AdjustmentRun(engine, WHO, tasks);
    }
}
