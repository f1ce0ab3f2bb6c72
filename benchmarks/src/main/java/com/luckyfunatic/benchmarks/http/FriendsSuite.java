package com.luckyfunatic.benchmarks.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.benchmarks.run.Callers;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.benchmarks.run.Round;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.ServerProcess;
import com.luckyfunatic.benchmarks.server.ServerSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the friends' ranking of a player with very many friends, over HTTP, from the first to
 * the last and again.
 */
public final class FriendsSuite {
    private static final long INVITER = 1_001;
    private static final int FRIENDS = 10_000;
    private static final int PAGE_SIZE = 50;
    private static final int CALLERS = 4;
    private static final int IN_FLIGHT = 32;
    private static final int ROUNDS = 3;

    /** The most taps that one request may carry. */
    private static final int TAPS_MAX = 50;

    private final RunOptions options;
    private final ServerCommand command;
    private final RunDirectory directory;

    /** A suite as long as the options say. */
    public FriendsSuite(RunOptions options, ServerCommand command) throws IOException {
        this.options = options;
        this.command = command;
        directory = options.start("friends");
    }

    /** Runs everything and writes the raw file. */
    public void run() throws IOException, InterruptedException {
        try (ScratchDirectory scratch = ScratchDirectory.create();
                ServerProcess server =
                        ServerProcess.start(
                                command,
                                ServerSettings.forLoad(scratch.resolve("data")),
                                ServerProcess.LOG);
                GameClient game = new GameClient(server::url)) {
            String inviter = game.logIn(INVITER, null);
            int friends = options.choose(FRIENDS, 200);
            Concurrently.forEach(
                    LongStream.rangeClosed(1, friends).boxed().toList(),
                    IN_FLIGHT,
                    number -> join(game, INVITER + number));
            FriendsResult result =
                    new FriendsResult(friends, PAGE_SIZE, CALLERS, measure(game, inviter, friends));
            directory.write(RunDirectory.RESULT_FILE, result);
            print(result);
        }
        System.out.println("raw results: " + directory);
    }

    private List<Round> measure(GameClient game, String inviter, int friends) throws IOException {
        int seen = count(game, inviter);
        if (seen != friends) {
            throw new IOException("the ranking has " + seen + " friends, not " + friends);
        }
        AtomicReferenceArray<String> cursors = new AtomicReferenceArray<>(CALLERS);
        Callers callers = new Callers(CALLERS, CALLERS);
        List<Round> rounds = new ArrayList<>();
        // The first shows the way to the server's compilers.
        for (int round = 0; round <= options.choose(ROUNDS, 1); round++) {
            Round measured =
                    callers.round(
                            caller -> {
                                JsonNode page = page(game, inviter, cursors.get(caller));
                                cursors.set(caller, page.path("nextCursor").textValue());
                            },
                            Duration.ofMillis(options.choose(10_000, 500)));
            if (round > 0) {
                rounds.add(measured);
            }
        }
        return rounds;
    }

    /** A friend who has tapped as often as his number says, so that the ranking has ranks. */
    private static void join(GameClient game, long telegramId) {
        String token = game.logIn(telegramId, "ref_" + INVITER);
        game.post("/tap", "{\"taps\":" + (1 + telegramId % TAPS_MAX) + "}", token);
    }

    private static int count(GameClient game, String token) {
        int count = 0;
        String cursor = null;
        do {
            JsonNode page = page(game, token, cursor);
            count += page.path("data").size();
            cursor = page.path("nextCursor").textValue();
        } while (cursor != null);
        return count;
    }

    private static JsonNode page(GameClient game, String token, @Nullable String cursor) {
        String after = cursor == null ? "" : "&cursor=" + cursor;
        return game.get("/user/friends-ranking?limit=" + PAGE_SIZE + after, token);
    }

    private static void print(FriendsResult result) {
        result.rounds()
                .forEach(round ->
                        System.out.printf(
                                Locale.ROOT,
                                "%d friends, pages of %d, %d callers: %.0f/s, p50 %.2f ms, p99"
                                        + " %.2f ms, max %.2f ms%n",
                                result.friends(),
                                result.pageSize(),
                                result.callers(),
                                round.perSecond(),
                                round.latency().p50() / 1e3,
                                round.latency().p99() / 1e3,
                                round.latency().max() / 1e3));
    }
}
