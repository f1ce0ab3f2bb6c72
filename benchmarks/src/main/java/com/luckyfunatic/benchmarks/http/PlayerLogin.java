package com.luckyfunatic.benchmarks.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Logs players in before the measurement, so that no login is part of it. */
public final class PlayerLogin {
    private static final int IN_FLIGHT = 16;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The first player has this Telegram id, the others those that follow. */
    private static final long FIRST_TELEGRAM_ID = 1_001;

    private static final Player ANYONE = new Player(0, "");

    private PlayerLogin() {}

    /** Returns {@code count} players without a token, for scenarios that send none. */
    public static List<Player> anonymous(int count) {
        return ids(count).mapToObj(id -> new Player(id, "")).toList();
    }

    /**
     * Returns {@code count} players with a token of the server at {@code url} each.
     *
     * @throws UncheckedIOException when the server cannot be reached or refuses a login
     */
    public static List<Player> loggedIn(URI url, int count) {
        try (ExecutorService pool = Executors.newFixedThreadPool(IN_FLIGHT);
                PatientClient client = new PatientClient()) {
            List<Future<Player>> logins =
                    ids(count).mapToObj(id -> pool.submit(() -> login(client, url, id))).toList();
            return logins.stream().map(PlayerLogin::await).toList();
        }
    }

    private static LongStream ids(int count) {
        return LongStream.range(FIRST_TELEGRAM_ID, FIRST_TELEGRAM_ID + count);
    }

    private static Player login(PatientClient client, URI url, long telegramId)
            throws IOException, InterruptedException {
        RequestKind kind = RequestKind.LOGIN;
        HttpRequest request =
                HttpRequest.newBuilder(url.resolve(kind.path(ANYONE)))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        kind.body(new Player(telegramId, ""))))
                        .build();
        HttpResponse<byte[]> response = client.send(request);
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    "Login of player "
                            + telegramId
                            + " was answered with status "
                            + response.statusCode());
        }
        JsonNode token = JSON.readTree(response.body()).at("/data/token");
        if (!token.isTextual()) {
            throw new IOException(
                    "Login of player " + telegramId + " was answered without /data/token");
        }
        return new Player(telegramId, "Bearer " + token.textValue());
    }

    private static Player await(Future<Player> login) {
        try {
            return login.get();
        } catch (ExecutionException e) {
            throw new UncheckedIOException(
                    new IOException("Could not log the players in: " + e.getCause(), e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(
                    new IOException("Interrupted while logging the players in", e));
        }
    }
}
