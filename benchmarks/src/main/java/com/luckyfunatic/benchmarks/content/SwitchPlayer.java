package com.luckyfunatic.benchmarks.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.benchmarks.http.GameClient;
import com.luckyfunatic.benchmarks.http.GameClient.Reply;
import com.luckyfunatic.benchmarks.server.LoadCatalog;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.jspecify.annotations.Nullable;

/**
 * A player who taps, and now and then buys the next level of a card at the price that they saw
 * last. Stays with one server. Not thread-safe.
 */
final class SwitchPlayer {
    private static final String NO_ANSWER = "no answer";
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int TURNS_PER_PURCHASE = 4;
    private static final int REPEATS_AT_THE_END_MAX = 1_000;
    private static final Duration BETWEEN_REPEATS = Duration.ofMillis(50);

    private final int server;
    private final GameClient game;
    private final String id;
    private final String authorization;
    private final SwitchLoad load;
    private final ConcurrentHistogram micros;
    private long turns;
    private long seenPrice;
    private long bought;
    private @Nullable Purchase unknown;

    /** A purchase, which is asked for again under its key until it is known what came of it. */
    private record Purchase(String key, String body) {}

    private SwitchPlayer(
            int server,
            GameClient game,
            JsonNode login,
            long seenPrice,
            SwitchLoad load,
            ConcurrentHistogram micros) {
        this.server = server;
        this.game = game;
        id = login.at("/player/id").textValue();
        authorization = "Bearer " + login.path("token").textValue();
        this.seenPrice = seenPrice;
        this.load = load;
        this.micros = micros;
    }

    /**
     * Logs a player in.
     *
     * @param server the number of the one that {@code game} speaks to
     * @param seenPrice what a level costs now
     */
    static SwitchPlayer logIn(
            int server,
            GameClient game,
            long telegramId,
            long seenPrice,
            SwitchLoad load,
            ConcurrentHistogram micros) {
        String body = "{\"telegramId\":%d,\"firstName\":\"Load\"}".formatted(telegramId);
        JsonNode login = game.post("/dev/login", body, null).path("data");
        return new SwitchPlayer(server, game, login, seenPrice, load, micros);
    }

    /** The number of the server. */
    int server() {
        return server;
    }

    String id() {
        return id;
    }

    /** How many purchases were answered as made. */
    long bought() {
        return bought;
    }

    /** Sends one request and waits for its answer: a purchase again that has none yet. */
    void play() {
        long start = System.nanoTime();
        Purchase repeated = unknown;
        if (repeated != null) {
            buy(repeated);
        } else if (++turns % TURNS_PER_PURCHASE == 0 && bought < LoadCatalog.LEVELS_TO_BUY) {
            buy(next());
        } else {
            tap();
        }
        micros.recordValue((System.nanoTime() - start) / 1_000);
    }

    /** Finds out what came of a purchase that has no answer. */
    void finish() {
        for (int i = 0; i < REPEATS_AT_THE_END_MAX && unknown != null; i++) {
            LockSupport.parkNanos(BETWEEN_REPEATS.toNanos());
            play();
        }
        if (unknown != null) {
            throw new IllegalStateException("nothing is known of purchase " + unknown.key());
        }
    }

    private void tap() {
        try {
            Reply reply =
                    game.answer("/tap", "{\"taps\":1,\"sequence\":" + turns + "}", authorization);
            if (reply.status() == OK) {
                load.succeeded();
            } else {
                load.failed(reply);
            }
        } catch (UncheckedIOException e) {
            load.failed(NO_ANSWER);
        }
    }

    private Purchase next() {
        return new Purchase(
                "buy-" + turns,
                "{\"cardId\":\"%s\",\"expectedPrice\":%d}"
                        .formatted(LoadCatalog.cardToBuy(bought), seenPrice));
    }

    private void buy(Purchase purchase) {
        unknown = purchase;
        try {
            Reply reply =
                    game.post("/cards/buy-card", purchase.body(), authorization, purchase.key());
            if (reply.status() == OK) {
                bought++;
                load.bought();
                unknown = null;
            } else if (reply.status() == UNPROCESSABLE
                    && reply.body().path("code").asText().equals("price_changed")) {
                seenPrice = reply.body().path("actual").asLong();
                load.priceChanged();
                unknown = null;
            } else {
                load.failed(reply);
            }
        } catch (UncheckedIOException e) {
            load.failed(NO_ANSWER);
        }
    }
}
