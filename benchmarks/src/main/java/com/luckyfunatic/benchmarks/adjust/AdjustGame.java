package com.luckyfunatic.benchmarks.adjust;

import com.luckyfunatic.benchmarks.game.BenchmarkCatalog;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.operations.adjust.AdjustmentFile;
import com.luckyfunatic.operations.adjust.AdjustmentResults;
import com.luckyfunatic.operations.adjust.AdjustmentRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

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

    /** Returns how many jokers each player has. */
    Map<PlayerId, Long> jokers() {
        Map<PlayerId, Long> jokers = new HashMap<>();
        for (PlayerId each : players) {
            jokers.put(each, engine.player(each).orElseThrow().wallet().jokers());
        }
        return jokers;
    }

    /** Writes a file that gives each player a joker. */
    Path write(String name) throws IOException {
        Path file = files.resolve(name + ".csv");
        StringBuilder text =
                new StringBuilder(
                        "operation_id,player_id,currency_or_item,amount,reason_code,reason\n");
        for (PlayerId each : players) {
            text.append("%s-%s,%s,jokers,1,other,benchmark\n".formatted(name, each, each));
        }
        return Files.writeString(file, text);
    }

    /** Carries a file out, and insists that each row counts once. */
    AdjustResult.Round round(int number) throws IOException {
        Map<PlayerId, Long> before = jokers();
        Path file = write("round-" + number);
        Path results = files.resolve("round-" + number + ".results.csv");
        AdjustmentRun run =
                new AdjustmentRun(
                        engine,
                        WHO,
                        all -> Concurrently.forEach(List.copyOf(all), AT_ONCE, Runnable::run));

        long start = System.nanoTime();
        AdjustmentFile read = AdjustmentFile.read(file);
        List<?> problems = run.check(read.rows(), _ -> {});
        long checked = System.nanoTime();
        if (!read.problems().isEmpty() || !problems.isEmpty()) {
            throw new IllegalStateException(read.problems() + " " + problems);
        }
        try (AdjustmentResults written = AdjustmentResults.open(results, "benchmark")) {
            run.apply(read.rows(), written, _ -> {});
        }
        long end = System.nanoTime();

        AdjustCheck.once(before, jokers());
        AdjustCheck.results(results, players.size());
        return new AdjustResult.Round(
                (checked - start) / 1e9,
                (end - checked) / 1e9,
                players.size() / ((end - start) / 1e9));
    }
}
