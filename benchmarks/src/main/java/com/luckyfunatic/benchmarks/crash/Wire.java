package com.luckyfunatic.benchmarks.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way to the running servers, which are asked in turn. Every intent and answer is recorded
 * outside. Thread-safe.
 */
final class Wire implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

    /**
     * A player's login.
     *
     * @param player the game's own name for the player
     * @param authorization the {@code Authorization} header
     */
    record Login(String player, String authorization) {}

    /** HTTP/1.1 only: a request is one connection's, so a kill cuts each on its own. */
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();

    private final List<URI> urls;
    private final AtomicInteger asked = new AtomicInteger();
    private final Duration timeout;
    private final OutsideRecord record;

    /**
     * @param urls of the servers
     * @param timeout after which a request counts as unanswered
     */
    Wire(List<URI> urls, Duration timeout, OutsideRecord record) {
        this.urls = List.copyOf(urls);
        this.timeout = timeout;
        this.record = record;
    }

    /** Returns whose turn it is; with the next number it is the next server's. */
    int turn() {
        return asked.getAndIncrement();
    }

    /** Sends an intent to the server whose turn it is. */
    Reply send(Intent intent, String authorization) throws IOException {
        return send(intent, authorization, turn());
    }

    /**
     * Sends an intent, for the first time or again, to the server of a {@link #turn}.
     *
     * @throws IOException when no answer came: the outcome is unknown
     */
    Reply send(Intent intent, String authorization, int turn) throws IOException {
        record.intent(intent);
        HttpRequest.Builder request = request(intent.path(), authorization, turn);
        String key = intent.key();
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        request.header("Content-Type", "application/json");
        try {
            Reply reply = exchange(request.POST(BodyPublishers.ofString(intent.body())).build());
            record.reply(intent, reply);
            return reply;
        } catch (IOException e) {
            record.silence(intent, e);
            throw e;
        }
    }

    /** Logs an account in. */
    Login logIn(long telegramId) throws IOException {
        String body = "{\"telegramId\":" + telegramId + ",\"firstName\":\"Ada\"}";
        HttpRequest request =
                HttpRequest.newBuilder(url("/dev/login", turn()))
                        .timeout(timeout)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        JsonNode answer = accepted(request);
        return new Login(
                answer.at("/data/player/id").asText(),
                "Bearer " + answer.at("/data/token").asText());
    }

    /** Reads the game of a player, from the server whose turn it is. */
    Reply game(String authorization) throws IOException {
        return game(authorization, turn());
    }

    /** Reads the game of a player, from the server of a {@link #turn}. */
    Reply game(String authorization, int turn) throws IOException {
        return exchange(request("/game", authorization, turn).GET().build());
    }

    /** How many servers there are. */
    int servers() {
        return urls.size();
    }

    /** Reads the content. */
    JsonNode catalog() throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(url("/public/catalog", turn())).timeout(timeout).build();
        return accepted(request).path("data");
    }

    private URI url(String path, int turn) {
        return urls.get(Math.floorMod(turn, urls.size())).resolve(path);
    }

    private HttpRequest.Builder request(String path, String authorization, int turn) {
        return HttpRequest.newBuilder(url(path, turn))
                .timeout(timeout)
                .header("Authorization", authorization);
    }

    private JsonNode accepted(HttpRequest request) throws IOException {
        Reply reply = exchange(request);
        if (!reply.isAccepted()) {
            throw new IOException(request.uri() + " was answered with " + reply);
        }
        return AnswerReader.parse(reply.body());
    }

    private Reply exchange(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            boolean hit = answer.headers().firstValue("Idempotency-Hit").isPresent();
            return new Reply(answer.statusCode(), hit, answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
