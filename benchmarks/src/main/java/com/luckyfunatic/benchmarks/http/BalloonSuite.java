package com.luckyfunatic.benchmarks.http;

import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.benchmarks.server.LoadCatalog;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.ServerProcess;
import com.luckyfunatic.benchmarks.server.ServerSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Very many games of balloons at once on the real server, by players who pop everything: how soon a
 * pop is answered, and what a game costs in memory.
 */
public final class BalloonSuite {
    private static final int GAMES = 2_000;
    private static final int IN_FLIGHT = 16;
    private static final long FIRST_TELEGRAM_ID = 1_001;

    /** Long enough for all to connect, to look at the heap, and to measure. */
    private static final Duration GAME = Duration.ofSeconds(100);

    private final RunOptions options;
    private final ServerCommand command;
    private final RunDirectory directory;

    /** A suite as long as the options say. */
    public BalloonSuite(RunOptions options, ServerCommand command) throws IOException {
        this.options = options;
        this.command = command;
        directory = options.start("balloon");
    }

    /** Runs everything and writes the raw file; returns whether every game counted. */
    public boolean run() throws IOException, InterruptedException {
        BalloonResult result;
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            Path catalog = scratch.resolve("catalog.json");
            LoadCatalog.writeForBalloons(catalog, game());
            ServerSettings settings =
                    ServerSettings.forLoad(scratch.resolve("data"))
                            .with("FUNATIC_CATALOG", catalog.toString());
            try (ServerProcess server = ServerProcess.start(command, settings, ServerProcess.LOG);
                    GameClient game = new GameClient(server::url)) {
                result = measure(server, game);
            }
        }
        directory.write(RunDirectory.RESULT_FILE, result);
        print(result);
        System.out.println("raw results: " + directory);
        return result.counted() == result.games();
    }

    private Duration game() {
        return options.quick() ? Duration.ofSeconds(30) : GAME;
    }

    private BalloonResult measure(ServerProcess server, GameClient game)
            throws IOException, InterruptedException {
        int games = options.choose(GAMES, 100);
        List<String> tokens =
                Concurrently.map(
                        IntStream.range(0, games).boxed().toList(),
                        IN_FLIGHT,
                        number -> game.logIn(FIRST_TELEGRAM_ID + number, null));
        BalloonFigures figures = new BalloonFigures();
        try (HttpClient client = HttpClient.newHttpClient();
                ScheduledExecutorService timer = Executors.newScheduledThreadPool(2)) {
            try {
                // The first shows the way to the server's compilers, and brings what stays.
                play(client, server, game, tokens.subList(0, Math.min(50, games)), figures, timer);
                long heapBefore = LiveHeap.bytes(server.pid());
                long residentBefore = server.residentMiB();
                List<BalloonPlayer> players = open(client, server, game, tokens, figures, timer);
                long heap = LiveHeap.bytes(server.pid()) - heapBefore;
                long resident = server.residentMiB() - residentBefore;
                Thread.sleep(options.choose(5_000, 500));
                long cpu = server.cpuNanos();
                long start = System.nanoTime();
                figures.count(true);
                Thread.sleep(options.choose(30_000, 5_000));
                figures.count(false);
                double nanos = System.nanoTime() - start;
                double cpuShare = (server.cpuNanos() - cpu) / nanos;
                List<Boolean> ends = await(players);
                return new BalloonResult(
                        games,
                        nanos / 1e9,
                        figures.pops(),
                        figures.refused(),
                        figures.pops() / (nanos / 1e9),
                        figures.latency(),
                        cpuShare,
                        heap / games,
                        (resident << 20) / games,
                        ends.size(),
                        (int) ends.stream().filter(counted -> counted).count());
            } finally {
                timer.shutdownNow();
                client.shutdownNow();
            }
        }
    }

    private void play(
            HttpClient client,
            ServerProcess server,
            GameClient game,
            List<String> tokens,
            BalloonFigures figures,
            ScheduledExecutorService timer) {
        await(open(client, server, game, tokens, figures, timer));
    }

    private List<BalloonPlayer> open(
            HttpClient client,
            ServerProcess server,
            GameClient game,
            List<String> tokens,
            BalloonFigures figures,
            ScheduledExecutorService timer) {
        return Concurrently.map(
                tokens,
                IN_FLIGHT,
                token -> {
                    String ticket =
                            game.post("/balloons/ticket", "{}", token)
                                    .at("/data/ticket")
                                    .textValue();
                    BalloonPlayer player = new BalloonPlayer(figures, timer);
                    player.play(client, server.url(), ticket);
                    return player;
                });
    }

    /** Returns of each game that ended with a result whether it counted. */
    private List<Boolean> await(List<BalloonPlayer> players) {
        long deadline = System.nanoTime() + game().multipliedBy(2).toNanos();
        List<Boolean> ends = new ArrayList<>();
        for (BalloonPlayer player : players) {
            try {
                ends.add(player.end().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException | TimeoutException e) {
                System.err.println("a game did not end: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ends;
            }
        }
        return ends;
    }

    private static void print(BalloonResult result) {
        System.out.printf(
                Locale.ROOT,
                "%d games: %.0f pops/s (%d refused), p50 %.2f ms, p99 %.2f ms, max %.2f ms; %d B of"
                        + " heap a game, %d B resident; server %.0f %% of a core; %d ended, %d"
                        + " counted%n",
                result.games(),
                result.popsPerSecond(),
                result.refused(),
                result.latency().p50() / 1e3,
                result.latency().p99() / 1e3,
                result.latency().max() / 1e3,
                result.heapBytesPerGame(),
                result.residentBytesPerGame(),
                100 * result.serverCpuShare(),
                result.ended(),
                result.counted());
    }
}
