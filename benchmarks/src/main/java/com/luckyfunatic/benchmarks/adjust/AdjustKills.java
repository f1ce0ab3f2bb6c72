package com.luckyfunatic.benchmarks.adjust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A file that {@code admin adjust} works on as a process of its own, which is killed again and
 * again and started anew with the same words, until it is let come to its end. Each kill comes a
 * moment after a random number of results is written; from one seed they are the same numbers. For
 * one thread.
 */
final class AdjustKills {
    private static final String RANDOM = "L64X128MixRandom";

    /** In it a process carries out some rows more, and writes some of their results. */
    private static final long PAUSE_MAX_MICROS = 5_000;

    private static final long START_SECONDS_MAX = 120;

    private final Path file;
    private final Path results;
    private final Path log;
    private final AdjustProgram.Way way;
    private final int rows;
    private final long seed;

    /**
     * @param file with {@code rows} rows
     */
    AdjustKills(Path file, int rows, AdjustProgram.Way way, long seed) {
        this.file = file;
        results = file.resolveSibling(file.getFileName() + ".results.csv");
        log = file.resolveSibling(file.getFileName() + ".log");
        this.rows = rows;
        this.way = way;
        this.seed = seed;
    }

    /**
     * Has the file carried out in the end.
     *
     * @param kills how many times it is killed before
     * @throws IllegalStateException when something is not carried out, or written twice
     */
    AdjustResult.Killed run(String storage, int kills) throws IOException, InterruptedException {
        RandomGenerator random = RandomGeneratorFactory.of(RANDOM).create(seed);
        List<Integer> written = new ArrayList<>();
        for (int i = 1; i <= kills; i++) {
            int from = AdjustCheck.lines(results);
            int to = Math.max(from + 1, (int) ((long) rows * i / (kills + 2)));
            killAt(random.nextInt(from, to), random.nextLong(PAUSE_MAX_MICROS));
            written.add(AdjustCheck.lines(results));
        }
        int code = start().await();
        if (code != 0) {
            throw new IllegalStateException("the last process ended with " + code + said());
        }
        return new AdjustResult.Killed(
                storage, rows, seed, written, AdjustCheck.results(results, rows));
    }

    private AdjustProgram start() throws IOException {
        return AdjustProgram.start(file, results, way, log);
    }

    private void killAt(int lines, long pauseMicros) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        AdjustProgram program = start();
        boolean isRunning = true;
        while (isRunning && AdjustCheck.lines(results) <= lines) {
            isRunning = program.isRunningAfter(1, TimeUnit.MILLISECONDS);
            if (System.nanoTime() > deadline) {
                program.kill();
                throw new IllegalStateException("a process stands still" + said());
            }
        }
        program.isRunningAfter(pauseMicros, TimeUnit.MICROSECONDS);
        if (!program.kill()) {
            throw new IllegalStateException("a process ended before it was killed" + said());
        }
    }

    /** What the processes said, since the directory is deleted. */
    private String said() throws IOException {
        return ":" + System.lineSeparator() + Files.readString(log);
    }
}
