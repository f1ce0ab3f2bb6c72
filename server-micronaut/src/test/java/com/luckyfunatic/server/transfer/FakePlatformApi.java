package com.luckyfunatic.server.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.FakePlatform;
import com.luckyfunatic.engine.testkit.FakePlatform.Verdict;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A server on this machine that takes transfers as the platform does: it checks signatures and ages
 * of requests, and misbehaves when a test wants it to.
 */
public final class FakePlatformApi implements AutoCloseable {
    /** What requests to it have to be signed with. */
    public static final String SECRET = "0d9f4c1b7a6e5d3c2b1a0f9e8d7c6b5a";

    /** What a test wants of a request. */
    public enum Fault {
        /** Ends the connection and knows of nothing. */
        LOSES_THE_REQUEST,
        /** Does what was asked and never says so. */
        LOSES_THE_REPLY,
        /** Does what was asked and says so when {@link #release} is called. */
        ANSWERS_LATE,
        /** Fails before it does anything. */
        FAILS_BEFORE,
        /** Does what was asked and fails then. */
        FAILS_AFTER,
        /** A proxy's failure. */
        FAILS_IN_HTML,
        /** A proxy's page, with status 200. */
        WELCOMES_IN_HTML,
        /** A proxy that has never heard of the path. */
        KNOWS_NO_SUCH_PATH,
        /** A refusal by a proxy. */
        FORBIDS_IN_HTML,
        /** Confirms another transfer. */
        SPEAKS_OF_ANOTHER,
        /** Begins a good answer and ends the connection in the middle of it. */
        STOPS_IN_THE_MIDDLE,
        /** More than anybody wants to read. */
        TALKS_WITHOUT_END,
        /** Another address. */
        REDIRECTS
    }

    private record Reply(int status, String body) {}

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FakePlatform platform;
    private final InstantSource clock;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Supplier<@Nullable Fault> chance = () -> null;

    private FakePlatformApi(HttpServer server, FakePlatform platform, InstantSource clock) {
        this.server = server;
        this.platform = platform;
        this.clock = clock;
    }

    /** Starts it on a free port. */
    public static FakePlatformApi start(FakePlatform platform, InstantSource clock) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakePlatformApi api = new FakePlatformApi(server, platform, clock);
            server.setExecutor(api.threads);
            server.createContext("/", api::handle);
            server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is; with a path, as APIs have one. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1");
    }

    /** The next requests go wrong in this way, one after the other. */
    public void misbehave(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Requests go wrong as {@code newChance} wants; null for well. */
    public void misbehave(Supplier<@Nullable Fault> newChance) {
        chance = newChance;
    }

    /** Lets late answers go. */
    public void release() {
        released.countDown();
    }

    /** Every request that came: its method and path. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            Fault fault = faults.isEmpty() ? chance.get() : faults.poll();
            if (fault == null) {
                send(exchange, reply(exchange, body));
            } else {
                handle(exchange, body, fault);
            }
        }
    }

    private void handle(HttpExchange exchange, byte[] body, Fault fault) throws IOException {
        switch (fault) {
            case LOSES_THE_REQUEST -> {
                // Closing it without an answer ends the connection.
            }
            case LOSES_THE_REPLY -> reply(exchange, body);
            case ANSWERS_LATE -> {
                Reply reply = reply(exchange, body);
                waitForRelease();
                send(exchange, reply);
            }
            case FAILS_BEFORE -> send(exchange, new Reply(500, "{\"message\":\"Server Error\"}"));
            case FAILS_AFTER -> {
                reply(exchange, body);
                send(exchange, new Reply(500, "{\"message\":\"Server Error\"}"));
            }
            case FAILS_IN_HTML -> send(exchange, new Reply(502, "<html>Bad Gateway</html>"));
            case WELCOMES_IN_HTML -> send(exchange, new Reply(200, "<html>Welcome</html>"));
            case KNOWS_NO_SUCH_PATH -> send(exchange, new Reply(404, "<html>Not Found</html>"));
            case FORBIDS_IN_HTML -> send(exchange, new Reply(422, "<html>No</html>"));
            case SPEAKS_OF_ANOTHER ->
                    send(exchange, said(200, "f".repeat(TransferId.LENGTH), "confirmed"));
            case STOPS_IN_THE_MIDDLE -> {
                reply(exchange, body);
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            case TALKS_WITHOUT_END -> send(exchange, new Reply(200, " ".repeat(1_000_000)));
            case REDIRECTS -> {
                exchange.getResponseHeaders().add("Location", uri() + "/elsewhere");
                send(exchange, new Reply(302, ""));
            }
        }
    }

    private Transfer transfer(String body) throws IOException {
        JsonNode sent = json.readTree(body);
        return new Transfer(
                new TransferId(sent.path("id").asText()),
                new PlayerId(1),
                new PlatformAccountId(sent.path("accountId").asText()),
                new ItemId(sent.path("itemId").asText()),
                sent.path("count").asInt(),
                0);
    }

    private Reply reply(HttpExchange exchange, byte[] body) throws IOException {
        long sentAt = sentAtMillis(exchange, body);
        if (sentAt < 0 || Math.abs(clock.millis() - sentAt) > FakePlatform.AGE_MAX.toMillis()) {
            return new Reply(401, "{\"message\":\"Unauthenticated\"}");
        }
        if (exchange.getRequestMethod().equals("POST")) {
            return taken(exchange, new String(body, StandardCharsets.UTF_8), sentAt);
        }
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        return platform.verdict(new TransferId(id))
                .map(verdict ->
                        verdict == Verdict.ACCEPTED ? said(200, id, "confirmed") : no(200, id))
                .orElse(said(404, id, "unknown"));
    }

    private Reply taken(HttpExchange exchange, String body, long sentAt) throws IOException {
        Transfer transfer = transfer(body);
        String id = transfer.id().value();
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (!id.equals(key)) {
            return new Reply(400, "{\"message\":\"Bad Request\"}");
        }
        return switch (platform.arrive(transfer, sentAt, clock.millis())) {
            case ACCEPTED -> said(201, id, "confirmed");
            case REFUSED -> no(422, id);
            case STALE -> new Reply(401, "{\"message\":\"Unauthenticated\"}");
        };
    }

    /** Returns the moment of a request that is signed well, otherwise −1. */
    private static long sentAtMillis(HttpExchange exchange, byte[] body) {
        String moment =
                Objects.requireNonNullElse(
                        exchange.getRequestHeaders().getFirst("X-Timestamp"), "-1");
        String signed =
                moment
                        + "\n"
                        + exchange.getRequestMethod()
                        + "\n"
                        + exchange.getRequestURI().getPath()
                        + "\n"
                        + new String(body, StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return ("v1=" + HexFormat.of().formatHex(signature))
                            .equals(exchange.getRequestHeaders().getFirst("X-Signature"))
                    ? Long.parseLong(moment)
                    : -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply said(int status, String id, String word) {
        return new Reply(status, "{\"id\":\"%s\",\"status\":\"%s\"}".formatted(id, word));
    }

    private static Reply no(int status, String id) {
        return new Reply(
                status,
                "{\"id\":\"%s\",\"status\":\"refused\",\"reason\":\"account closed\"}"
                        .formatted(id));
    }

    private void waitForRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
