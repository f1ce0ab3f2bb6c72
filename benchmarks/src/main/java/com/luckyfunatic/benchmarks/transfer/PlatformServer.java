package com.luckyfunatic.benchmarks.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.benchmarks.transfer.KillMoment.Step;
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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The platform as docs/reference/platform-transfers.md wants it, behind a {@link BadNetwork}, in
 * this process, so that it survives every server that asks it. It refuses transfers of {@link
 * #REFUSED_COUNT} items, and writes down what comes. Thread-safe.
 */
final class PlatformServer implements AutoCloseable {
    /** What requests to it have to be signed with. */
    static final String SECRET = "4b1f0e7c9a2d5e8f3c6b0a9d7e4f1c2b";

    /** Transfers of so many items are refused. */
    static final int REFUSED_COUNT = 7;

    private record Reply(int status, String body) {}

    /** A request that was signed well. */
    private record Request(
            String method, String path, @Nullable String key, String body, long sentAtMillis) {
        String id() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final FakePlatform platform =
            new FakePlatform(transfer -> transfer.count() == REFUSED_COUNT);
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService held = Executors.newSingleThreadScheduledExecutor();
    private final BadNetwork network;
    private final Moments moments;
    private final Duration patience;
    private final List<Arrival> arrivals = new ArrayList<>();

    private PlatformServer(
            HttpServer server, BadNetwork network, Moments moments, Duration patience) {
        this.server = server;
        this.network = network;
        this.moments = moments;
        this.patience = patience;
    }

    /**
     * Starts it on a free port.
     *
     * @param moments is told of each request
     * @param patience how long those who ask it wait
     */
    static PlatformServer start(BadNetwork network, Moments moments, Duration patience)
            throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PlatformServer platform = new PlatformServer(server, network, moments, patience);
        server.setExecutor(platform.threads);
        server.createContext("/", platform::handle);
        server.start();
        return platform;
    }

    /** Where it is. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1");
    }

    /** Returns everything that has come, in its order. */
    List<Arrival> arrivals() {
        synchronized (arrivals) {
            return List.copyOf(arrivals);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        // Closing it without an answer ends the connection.
        try (exchange) {
            Optional<Request> request = signed(exchange);
            moments.taken(Step.PLATFORM_IS_ASKED);
            Reply reply =
                    request.isEmpty()
                            ? new Reply(401, "{\"message\":\"Unauthenticated\"}")
                            : reply(request.get());
            if (reply != null) {
                send(exchange, reply);
                moments.taken(Step.PLATFORM_HAS_ANSWERED);
            }
        }
    }

    /** Returns null for no reply. */
    private @Nullable Reply reply(Request request) {
        NetworkFault fault = network.next();
        if (fault == null) {
            return done(request);
        }
        return switch (fault) {
            case LOSES_THE_REPLY -> {
                done(request);
                yield null;
            }
            case REPLIES_LATE -> {
                Reply reply = done(request);
                LockSupport.parkNanos(patience.multipliedBy(2).toNanos());
                yield reply;
            }
            case HOLDS_THE_REQUEST -> {
                var _ =
                        held.schedule(
                                () -> answer(request, false),
                                network.heldFor().toMillis(),
                                TimeUnit.MILLISECONDS);
                yield null;
            }
            case LOSES_THE_REQUEST -> null;
            case COPIES_THE_REQUEST -> {
                done(request);
                yield answer(request, true);
            }
            case FAILS_BEFORE -> failure();
            case FAILS_AFTER -> {
                done(request);
                yield failure();
            }
        };
    }

    private Reply done(Request request) {
        Reply reply = answer(request, false);
        moments.taken(Step.PLATFORM_HAS_DONE);
        return reply;
    }

    private static Reply failure() {
        return new Reply(500, "{\"message\":\"Server Error\"}");
    }

    private Reply answer(Request request, boolean copied) {
        if (request.method().equals("POST")) {
            return taken(request, copied);
        }
        String id = request.id();
        return platform.verdict(new TransferId(id))
                .map(verdict -> said(200, id, verdict))
                .orElse(new Reply(404, "{\"id\":\"%s\",\"status\":\"unknown\"}".formatted(id)));
    }

    private Reply taken(Request request, boolean copied) {
        Transfer transfer = transfer(request.body());
        if (!transfer.id().value().equals(request.key())) {
            return new Reply(400, "{\"message\":\"Bad Request\"}");
        }
        synchronized (arrivals) {
            boolean again = platform.verdict(transfer.id()).isPresent();
            Verdict verdict =
                    platform.arrive(transfer, request.sentAtMillis(), System.currentTimeMillis());
            arrivals.add(
                    new Arrival(
                            transfer.id().value(),
                            transfer.account().value(),
                            transfer.item().value(),
                            transfer.count(),
                            verdict,
                            again,
                            copied));
            return said(verdict == Verdict.ACCEPTED ? 201 : 422, transfer.id().value(), verdict);
        }
    }

    private static Reply said(int status, String id, Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED ->
                    new Reply(status, "{\"id\":\"%s\",\"status\":\"confirmed\"}".formatted(id));
            case REFUSED ->
                    new Reply(
                            status,
                            "{\"id\":\"%s\",\"status\":\"refused\",\"reason\":\"not wanted\"}"
                                    .formatted(id));
            case STALE -> new Reply(401, "{\"message\":\"Unauthenticated\"}");
        };
    }

    private Transfer transfer(String body) {
        try {
            JsonNode sent = json.readTree(body);
            return new Transfer(
                    new TransferId(sent.path("id").asText()),
                    new PlayerId(1),
                    new PlatformAccountId(sent.path("accountId").asText()),
                    new ItemId(sent.path("itemId").asText()),
                    sent.path("count").asInt(),
                    0);
        } catch (IOException e) {
            throw new IllegalStateException("a transfer is no JSON", e);
        }
    }

    /** Returns nothing for a request that is not signed. */
    private static Optional<Request> signed(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String moment = exchange.getRequestHeaders().getFirst("X-Timestamp");
        String signature = exchange.getRequestHeaders().getFirst("X-Signature");
        if (moment == null || signature == null) {
            return Optional.empty();
        }
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        String right = "v1=" + HexFormat.of().formatHex(code(moment, method, path, body));
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String text = new String(body, StandardCharsets.UTF_8);
        return MessageDigest.isEqual(bytes(right), bytes(signature))
                ? Optional.of(new Request(method, path, key, text, Long.parseLong(moment)))
                : Optional.empty();
    }

    /** Returns the code that a request is signed with. */
    static byte[] code(String moment, String method, String path, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(SECRET), "HmacSHA256"));
            mac.update(bytes(moment + "\n" + method + "\n" + path + "\n"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = bytes(reply.body());
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        held.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
    }
}
