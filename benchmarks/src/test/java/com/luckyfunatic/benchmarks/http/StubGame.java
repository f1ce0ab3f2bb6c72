package com.luckyfunatic.benchmarks.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server with the routes of the game that refuses what a correct load test never sends.
 * Thread-safe.
 */
final class StubGame implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("\"(?:telegramId|sequence)\":(\\d+)");

    private final HttpServer server;
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicBoolean stalled = new AtomicBoolean();
    private final Executor firstAnswer;

    /**
     * @param stall how long the first tap or hello waits for its answer
     */
    StubGame(Duration stall) throws IOException {
        firstAnswer = CompletableFuture.delayedExecutor(stall.toMillis(), TimeUnit.MILLISECONDS);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/dev/login", this::login);
        server.createContext("/tap", this::tap);
        server.createContext("/game", this::read);
        server.createContext("/public/hello", exchange -> answer(exchange, 200, "{}"));
        server.createContext("/", exchange -> answer(exchange, 404, ""));
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The last sequence of each player that tapped or logged in, by authorization. */
    Map<String, Long> sequences() {
        return Map.copyOf(sequences);
    }

    int reads() {
        return reads.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void login(HttpExchange exchange) throws IOException {
        String token = "token-" + number(exchange);
        sequences.putIfAbsent("Bearer " + token, 0L);
        answer(exchange, 200, "{\"data\":{\"token\":\"" + token + "\"}}");
    }

    private void tap(HttpExchange exchange) throws IOException {
        long sequence = number(exchange);
        Long last = sequences.get(authorization(exchange));
        if (last == null) {
            answer(exchange, 401, "");
        } else if (sequence != last + 1) {
            answer(exchange, 409, "");
        } else {
            sequences.put(authorization(exchange), sequence);
            answer(exchange, 200, "{}");
        }
    }

    private void read(HttpExchange exchange) throws IOException {
        reads.incrementAndGet();
        answer(exchange, sequences.containsKey(authorization(exchange)) ? 200 : 401, "{}");
    }

    private static String authorization(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static long number(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher matcher = NUMBER.matcher(body);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        boolean login = exchange.getRequestURI().getPath().equals("/dev/login");
        if (!login && stalled.compareAndSet(false, true)) {
            firstAnswer.execute(() -> sendUnchecked(exchange, status, body));
        } else {
            send(exchange, status, body);
        }
    }

    private static void sendUnchecked(HttpExchange exchange, int status, String body) {
        try {
            send(exchange, status, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
