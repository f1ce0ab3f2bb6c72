package com.luckyfunatic.benchmarks.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.benchmarks.http.GameClient;
import com.luckyfunatic.benchmarks.http.GameClient.Reply;
import com.luckyfunatic.benchmarks.server.LoadCatalog;
import java.io.UncheckedIOException;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * A player who taps, and now and then buys the next level of a card at the price that they saw
 * last. Stays with one server. Not thread-safe.
 */
final class SwitchPlayer {
    private static final int UNPROCESSABLE = 422;
    private static final int TURNS_PER_PURCHASE = 4;

    private final int server;
    private final GameClient game;
    private final String id;
    private final String authorization;
    private final SwitchLoad load;
    private final ConcurrentHistogram micros;
    private long turns;
    private long seenPrice;
    private long bought;

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

    /** Sends one request and waits for its answer. */
    void play() {
        long start = System.nanoTime();
        try {
            if (++turns % TURNS_PER_PURCHASE == 0 && bought < LoadCatalog.LEVELS_TO_BUY) {
                buy();
            } else {
                tap();
            }
        } catch (UncheckedIOException e) {
            load.failed("no answer");
        }
        micros.recordValue((System.nanoTime() - start) / 1_000);
    }

    private void tap() {
        Reply reply = game.answer("/tap", "{\"taps\":1,\"sequence\":" + turns + "}", authorization);
        if (reply.status() == 200) {
            load.succeeded();
        } else {
            load.failed(reply);
        }
    }

    private void buy() {
        String body =
                "{\"cardId\":\"%s\",\"expectedPrice\":%d}"
                        .formatted(LoadCatalog.cardToBuy(bought), seenPrice);
        Reply reply = game.post("/cards/buy-card", body, authorization, "buy-" + turns);
        if (reply.status() == 200) {
            bought++;
            load.bought();
        } else if (reply.status() == UNPROCESSABLE
                && reply.body().path("code").asText().equals("price_changed")) {
            seenPrice = reply.body().path("actual").asLong();
            load.priceChanged();
        } else {
            load.failed(reply);
        }
    }
}
