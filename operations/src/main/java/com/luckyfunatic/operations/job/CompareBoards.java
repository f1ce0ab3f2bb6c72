package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.minigame.BoardRepair;
import com.luckyfunatic.engine.minigame.BoardRuns;
import com.luckyfunatic.engine.tournament.RecordedBoards;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the leaderboards of games and of open tournaments with the recorded runs, and makes anew
 * those that differ: a store may have lost a board, or the last of it. Reads all of the runs.
 * Thread-safe.
 */
public final class CompareBoards implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(CompareBoards.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Counter compared;
    private final Counter rebuilt;

    /** Counts in {@code registry}. */
    public CompareBoards(MeterRegistry registry) {
        compared =
                Counter.builder("game.boards.compared")
                        .description("Leaderboards compared with the recorded runs")
                        .register(registry);
        rebuilt =
                Counter.builder("game.boards.rebuilt")
                        .description("Leaderboards made anew, because they had lost something")
                        .register(registry);
    }

    @Override
    public String name() {
        return "compare-boards";
    }

    @Override
    public String description() {
        return "Compares leaderboards with the recorded runs, and makes anew those that differ.";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    /** Returns how many were made anew. One that cannot be compared keeps no other waiting. */
    @Override
    public long run(GameEngine engine, Progress progress) {
        BoardRepair repair = new BoardRepair(engine.storage().leaderboards());
        Attempts attempts = new Attempts();
        long done = 0;
        for (BoardRuns board : RecordedBoards.live(engine)) {
            if (progress.isStopping()) {
                break;
            }
            done += attempts.at(() -> repair(repair, board, engine.clock().millis()));
            progress.done(done);
        }
        attempts.orThrow();
        return done;
    }

    private int repair(BoardRepair repair, BoardRuns board, long nowMillis) {
        BoardRepair.Comparison comparison = repair.repair(board, nowMillis);
        compared.increment();
        if (comparison.isRight()) {
            return 0;
        }
        rebuilt.increment();
        LOG.warn(
                "board {} was made anew: {} of {} players stood elsewhere than their runs say",
                comparison.board(),
                comparison.differing(),
                comparison.players());
        return 1;
    }
}
