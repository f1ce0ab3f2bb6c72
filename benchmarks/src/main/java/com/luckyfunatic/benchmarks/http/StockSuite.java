package com.luckyfunatic.benchmarks.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.benchmarks.server.LoadCatalog;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.ServerProcess;
import com.luckyfunatic.benchmarks.server.ServerSettings;
import com.luckyfunatic.engine.hold.Hold;
import com.luckyfunatic.engine.hold.HoldSweeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Very many players who want the last pieces, of a server that is killed while they buy: each piece
 * must be sold and paid once, and none be held for ever by a purchase that was interrupted.
 *
 * <p>A purchase without an answer is asked for again under its key, but for some whose players have
 * gone: those are what the sweeper is for.
 */
public final class StockSuite {
    private static final long FIRST_PLAYER = 1_001;
    private static final int TRIES_AFTER_THE_LAST_KILL = 3;
    private static final int ABANDONED_ONE_IN = 3;
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** By then the sweeper has settled whatever a kill has left. */
    private static final Duration SETTLED =
            Hold.TIME.plus(HoldSweeper.MARGIN).plus(Duration.ofSeconds(60));

    private final ServerCommand command;
    private final RunDirectory directory;
    private final long stock;
    private final int players;
    private final int attempts;
    private final int kills;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger soldOut = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final AtomicInteger tried = new AtomicInteger();
    private final AtomicReference<URI> url = new AtomicReference<>();

    /** A suite as long as the options say. */
    public StockSuite(RunOptions options, ServerCommand command) throws IOException {
        this.command = command;
        stock = options.choose(1_000, 50);
        players = options.choose(200, 20);
        attempts = options.choose(5_000, 200);
        kills = options.choose(20, 2);
        directory = options.start("stock");
    }

    /**
     * Runs everything and writes the raw file.
     *
     * @return whether each piece was sold and paid once
     */
    public boolean run() throws IOException, InterruptedException {
        StockResult result;
        try (ScratchDirectory scratch = ScratchDirectory.create();
                GameClient game = new GameClient(url::get)) {
            Path catalog = scratch.resolve("catalog.yaml");
            LoadCatalog.writeForStock(catalog, stock);
            ServerSettings settings =
                    ServerSettings.forLoad(scratch.resolve("data"))
                            .with("FUNATIC_CATALOG", catalog.toString());
            result = sell(game, settings);
        }
        directory.write(RunDirectory.RESULT_FILE, result);
        System.out.println(result);
        System.out.println("raw results: " + directory);
        return result.isRight();
    }

    private StockResult sell(GameClient game, ServerSettings settings)
            throws IOException, InterruptedException {
        ServerProcess server = start(settings);
        try {
            List<Long> ids =
                    IntStream.range(0, players).mapToObj(index -> FIRST_PLAYER + index).toList();
            List<String> tokens = Concurrently.map(ids, 16, id -> game.logIn(id, null));
            Thread buyers = Thread.ofVirtual().start(() -> buyAll(game, tokens));
            for (int kill = 1; kill <= kills; kill++) {
                // Spread over the sales, since nothing is at stake once all is sold.
                long after = stock * kill / (kills + 1);
                while (accepted.get() < after && buyers.isAlive()) {
                    LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
                }
                server.kill();
                server = start(settings);
            }
            buyers.join();
            System.out.println(
                    "all tried; waiting %s for the sweeper".formatted(SETTLED.toString()));
            Thread.sleep(SETTLED);
            for (int more = 0; more < TRIES_AFTER_THE_LAST_KILL || left(game, tokens) > 0; more++) {
                buy(game, tokens.get(more % players), "after-" + more, false);
            }
            return result(game, tokens);
        } finally {
            server.close();
        }
    }

    private ServerProcess start(ServerSettings settings) throws IOException, InterruptedException {
        ServerProcess server = ServerProcess.start(command, settings, ServerProcess.LOG);
        url.set(server.url());
        return server;
    }

    private void buyAll(GameClient game, List<String> tokens) {
        Concurrently.run(
                players,
                player -> {
                    SplittableRandom random = new SplittableRandom(player);
                    for (int number = player; number < attempts; number += players) {
                        boolean patient = random.nextInt(ABANDONED_ONE_IN) > 0;
                        buy(game, tokens.get(player), "buy-" + number, !patient);
                    }
                });
    }

    /**
     * Tries until there is a definite answer, unless the player goes away after the first failure.
     */
    private void buy(GameClient game, String token, String key, boolean goesAway) {
        tried.incrementAndGet();
        while (true) {
            int status = status(game, token, key);
            if (status == 200) {
                accepted.incrementAndGet();
                return;
            }
            if (status == 422) {
                soldOut.incrementAndGet();
                return;
            }
            if (goesAway) {
                abandoned.incrementAndGet();
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Returns 0 for no answer. */
    private static int status(GameClient game, String token, String key) {
        try {
            GameClient.Reply reply =
                    game.post("/store/purchase", LoadCatalog.PIECE_PURCHASE, token, key);
            if (reply.status() / 100 == 4 && reply.status() != 422 && reply.status() != 429) {
                throw new IllegalStateException("a purchase was answered with " + reply);
            }
            return reply.status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private static long left(GameClient game, List<String> tokens) {
        for (JsonNode listing : game.get("/store/items", tokens.getFirst()).path("data")) {
            if (listing.path("listingId").asText().equals(LoadCatalog.PIECE)) {
                return listing.path("left").asLong();
            }
        }
        throw new IllegalStateException("the store does not sell " + LoadCatalog.PIECE);
    }

    private StockResult result(GameClient game, List<String> tokens) {
        long held = 0;
        long paid = 0;
        for (String token : tokens) {
            for (JsonNode item : game.get("/inventory", token).at("/data/items")) {
                if (item.path("itemId").asText().equals(LoadCatalog.PIECE_ITEM)) {
                    held += item.path("count").asLong();
                }
            }
            JsonNode funz = game.get("/game", token).at("/data/funz/currentFunzBalance");
            paid += LoadCatalog.START_FUNZ - funz.asLong();
        }
        return new StockResult(
                stock,
                players,
                tried.get(),
                kills,
                abandoned.get(),
                accepted.get(),
                soldOut.get(),
                held,
                paid,
                left(game, tokens));
    }
}
