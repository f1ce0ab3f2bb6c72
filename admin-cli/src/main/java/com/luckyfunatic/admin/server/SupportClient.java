package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.luckyfunatic.engine.operator.OperatorName;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Calls {@code /support} of a server. Follows no redirect: it could lead the credential away. */
public final class SupportClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final int TRIES_MAX = 10;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /** The longest pause that is worth waiting for, in seconds. */
    private static final long PAUSE_MAX = 60;

    private final URI server;
    private final String authorization;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** A client that signs in as {@code operator}. */
    public SupportClient(URI server, OperatorName operator, String credential) {
        this.server = server;
        byte[] both = (operator + ":" + credential).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param body what came; missing when it was no JSON
     * @param pauseSeconds after how long to ask again, where the server says so; else 1
     */
    public record Reply(int status, JsonNode body, long pauseSeconds) {
        /** Whether it was done. */
        public boolean isOk() {
            return status == 200;
        }

        /** Whether the server, or what stands before it, cannot do its part now. */
        public boolean isAway() {
            return status >= 500;
        }
    }

    /** Returns {@code text} as a part of an address. */
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Asks for something; {@code path} follows {@code /support/}. */
    public Reply get(String path) throws IOException {
        return send(request(path).GET());
    }

    /**
     * Asks for something that is one of many requests, and again while the server says that there
     * were too many of them.
     */
    public Reply getPatiently(String path) throws IOException {
        return patiently(() -> get(path), Set.of(TOO_MANY_REQUESTS));
    }

    /**
     * Has something done that is one of many requests and is done once however often it is asked
     * for, and asks again while the server says that there were too many of them, or that it cannot
     * do its part for a moment.
     *
     * @throws RefusedException when the server refuses it
     */
    public JsonNode postPatiently(String path, JsonNode body) throws IOException {
        Reply reply =
                patiently(
                        () -> post(path, body, UUID.randomUUID().toString()),
                        Set.of(TOO_MANY_REQUESTS, UNAVAILABLE));
        if (!reply.isOk()) {
            throw new RefusedException(reply);
        }
        return reply.body().path("data");
    }

    private interface Attempt {
        Reply make() throws IOException;
    }

    private static Reply patiently(Attempt attempt, Set<Integer> passing) throws IOException {
        Reply reply = attempt.make();
        for (int i = 1; i < TRIES_MAX && passing.contains(reply.status()); i++) {
            pause(reply);
            reply = attempt.make();
        }
        return reply;
    }

    private static void pause(Reply reply) throws IOException {
        try {
            TimeUnit.SECONDS.sleep(Math.min(reply.pauseSeconds(), PAUSE_MAX));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * Has something done.
     *
     * @param key the caller's name for it
     */
    public Reply post(String path, JsonNode body, String key) throws IOException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/support/" + path))
                .timeout(ANSWER)
                .header("Authorization", authorization)
                .header("Accept", "application/json");
    }

    private Reply send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(
                    answer.statusCode(),
                    parse(answer.body()),
                    answer.headers()
                            .firstValue("Retry-After")
                            .filter(text -> text.matches("\\d{1,9}"))
                            .map(Long::valueOf)
                            .orElse(1L));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
