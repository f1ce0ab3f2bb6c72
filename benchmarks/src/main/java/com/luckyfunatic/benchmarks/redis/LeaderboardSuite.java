package com.luckyfunatic.benchmarks.redis;

import com.luckyfunatic.benchmarks.run.Callers;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.Round;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.benchmarks.run.Subject;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.devservers.ServerFiles;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.redis.RedisStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Leaderboards of sums, where every score moves a standing, beside the bare commands of a sorted
 * set: a score, a rank, twenty around a player; on a small board and on a large one.
 */
public final class LeaderboardSuite {
    private static final int CALLERS = 256;
    private static final int AROUND = 20;
    private static final long SCORE_MAX = 1_000;

    private static final Path SERVER_FILES =
            Path.of("dev-servers-files", "target", "servers", "servers.properties");

    private final RunOptions options;
    private final Duration warmup;
    private final Duration round;
    private final int rounds;
    private final List<Integer> sizes;

    /** Runs, and with them moments, one after the other. */
    private final AtomicLong runs = new AtomicLong(1_700_000_000_000L);

    /** A suite as long as the options say. */
    public LeaderboardSuite(RunOptions options) {
        this.options = options;
        warmup = Duration.ofMillis(options.choose(4_000, 500));
        round = Duration.ofMillis(options.choose(4_000, 500));
        rounds = options.choose(5, 2);
        sizes = List.of(options.choose(10_000, 1_000), options.choose(1_000_000, 100_000));
    }

    /** Runs everything and writes the raw file. */
    public void run() throws IOException {
        RunDirectory directory = options.start("leaderboard");
        try (ScratchDirectory scratch = ScratchDirectory.create();
                RedisServer server =
                        RedisServer.start(
                                ServerFiles.read(SERVER_FILES, scratch.resolve("files")),
                                RedisVersion.NEWEST,
                                scratch.resolve("redis"),
                                List.of())) {
            LeaderboardResult result = measure(server);
            print(result);
            directory.write(RunDirectory.RESULT_FILE, result);
        }
        System.out.println("raw results: " + directory);
    }

    private LeaderboardResult measure(RedisServer server) {
        List<LeaderboardResult.Workload> workloads = new ArrayList<>();
        try (RedisStore store =
                        RedisStore.open(
                                RedisSettings.single(server.uri()),
                                "",
                                Partitions.STANDARD,
                                RedisGame.generations(),
                                new GameCodec());
                BareSortedSet bare = new BareSortedSet(server.uri())) {
            for (int size : sizes) {
                measure(new Filled(store.leaderboards(), bare, size), workloads);
            }
        }
        return new LeaderboardResult("Redis 7.4", CALLERS, workloads);
    }

    private void measure(Filled filled, List<LeaderboardResult.Workload> workloads) {
        int size = filled.size();
        workloads.add(workload("score", size, filled::submit, filled::add));
        workloads.add(workload("rank", size, filled::rank, filled.bare()::rank));
        workloads.add(
                workload(
                        "20 around",
                        size,
                        filled::around,
                        player -> filled.bare().around(player, AROUND)));
        filled.boards().drop(Filled.ID);
        filled.bare().clear();
    }

    /** A board and a sorted set with as many players. */
    private final class Filled {
        static final BoardId ID = new BoardId("benchmark");

        private final Leaderboards boards;
        private final BareSortedSet bare;
        private final int size;

        Filled(Leaderboards boards, BareSortedSet bare, int size) {
            this.boards = boards;
            this.bare = bare;
            this.size = size;
            boards.open(
                    ID,
                    new BoardSettings(
                            new Scoring(ScoringMethod.SUM, ScoringDirection.HIGHER),
                            BoardSettings.NEVER));
            Concurrently.run(
                    CALLERS,
                    caller -> {
                        for (int player = caller; player < size; player += CALLERS) {
                            submit(player);
                            add(player);
                        }
                    });
        }

        int size() {
            return size;
        }

        Leaderboards boards() {
            return boards;
        }

        BareSortedSet bare() {
            return bare;
        }

        void submit(int player) {
            long run = runs.incrementAndGet();
            var submission = new Submission(RedisGame.player(player), run, score(), run);
            if (!(boards.submit(ID, submission) instanceof SubmissionOutcome.Counted)) {
                throw new IllegalStateException("a score did not count");
            }
        }

        void add(int player) {
            bare.add(player, score());
        }

        void rank(int player) {
            if (boards.rank(ID, RedisGame.player(player)).isEmpty()) {
                throw new IllegalStateException("player " + player + " is gone");
            }
        }

        void around(int player) {
            if (boards.around(ID, RedisGame.player(player), AROUND).size() != AROUND) {
                throw new IllegalStateException("somebody is missing");
            }
        }
    }

    private static long score() {
        return ThreadLocalRandom.current().nextLong(1, SCORE_MAX);
    }

    private LeaderboardResult.Workload workload(
            String name, int entries, Subject board, Subject bare) {
        Callers callers = new Callers(CALLERS, entries);
        callers.round(board, warmup);
        callers.round(bare, warmup);
        List<Round> ofBoard = new ArrayList<>();
        List<Round> ofBare = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            ofBoard.add(callers.round(board, round));
            ofBare.add(callers.round(bare, round));
        }
        return new LeaderboardResult.Workload(name, entries, ofBoard, ofBare);
    }

    private static void print(LeaderboardResult result) {
        for (LeaderboardResult.Workload each : result.workloads()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %,9d entries: %6.0f/s, p99 %6.0f µs; bare %6.0f/s; × %.2f%n",
                    each.name(),
                    each.entries(),
                    each.perSecond(),
                    Medians.of(each.board(), one -> one.latency().p99()),
                    Medians.of(each.bare(), Round::perSecond),
                    each.ratio());
        }
    }
}
