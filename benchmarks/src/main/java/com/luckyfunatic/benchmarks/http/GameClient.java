package com.luckyfunatic.benchmarks.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Single requests to the game, for what is no measured load. Thread-safe. */
public final class GameClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final Supplier<URI> url;

    /**
     * Speaks to one server after the other.
     *
     * @param url where the server listens now
     */
    public GameClient(Supplier<URI> url) {
        this.url = url;
    }

    /** What a request was answered with. */
    public record Reply(int status, JsonNode body) {}

    /**
     * Logs a player in.
     *
     * @return the value of the {@code Authorization} header
     */
    public String logIn(long telegramId, @Nullable String startParam) {
        String start = startParam == null ? "" : ",\"startParam\":\"" + startParam + "\"";
        JsonNode answer =
                post(
                        "/dev/login",
                        "{\"telegramId\":%d,\"firstName\":\"Load\"%s}".formatted(telegramId, start),
                        null);
        return "Bearer " + answer.at("/data/token").textValue();
    }

    /**
     * Returns what {@code path} shows.
     *
     * @throws UncheckedIOException when there is no answer, or a refusal
     */
    public JsonNode get(String path, String token) {
        return accepted(path, send(request(path, token).GET()));
    }

    /**
     * Returns the answer to {@code body}.
     *
     * @throws UncheckedIOException when there is no answer, or a refusal
     */
    public JsonNode post(String path, String body, @Nullable String token) {
        return accepted(path, send(posted(path, body, token)));
    }

    /**
     * Returns the answer to {@code body}, whatever it is.
     *
     * @throws UncheckedIOException when there is none
     */
    public Reply answer(String path, String body, String token) {
        return send(posted(path, body, token));
    }

    /**
     * Returns the answer to {@code body} under a key, whatever it is.
     *
     * @throws UncheckedIOException when there is none
     */
    public Reply post(String path, String body, String token, String key) {
        return send(posted(path, body, token).header("Idempotency-Key", key));
    }

    private HttpRequest.Builder posted(String path, String body, @Nullable String token) {
        return request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.get().resolve(path));
        return token == null ? request : request.header("Authorization", token);
    }

    private static JsonNode accepted(String path, Reply reply) {
        if (reply.status() / 100 != 2) {
            throw new UncheckedIOException(
                    new IOException(path + " was answered with " + reply.status()));
        }
        return reply.body();
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer =
                    client.send(
                            request.timeout(TIMEOUT).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
