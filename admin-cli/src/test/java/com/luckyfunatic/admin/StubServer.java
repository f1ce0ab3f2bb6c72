package com.luckyfunatic.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers what a test says, and notes what it was asked. */
public final class StubServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final Queue<Answer> first = new ConcurrentLinkedQueue<>();
    private volatile Answer usual = new Answer(200, "{\"data\":{}}");

    /** What the server says. */
    private record Answer(int status, String body) {}

    /** Starts it on a free port of this machine. */
    public StubServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange call) throws IOException {
        Answer now = Objects.requireNonNullElse(first.poll(), usual);
        String sent = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(call.getRequestMethod() + " " + call.getRequestURI() + " " + sent);
        asked.add(String.valueOf(call.getRequestHeaders().getFirst("Authorization")));
        keys.add(String.valueOf(call.getRequestHeaders().getFirst("Idempotency-Key")));
        byte[] bytes = now.body().getBytes(StandardCharsets.UTF_8);
        if (now.status() == 429 || now.status() == 503) {
            call.getResponseHeaders().set("Retry-After", "0");
        }
        call.sendResponseHeaders(now.status(), bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    /** Says so once, after what it was told to say before. */
    public void saysFirst(int status, String body) {
        first.add(new Answer(status, body));
    }

    /** Says so when there is nothing else to say first. */
    public void says(int status, String body) {
        usual = new Answer(status, body);
    }

    /** Forgets what it was told to say first. */
    public void forget() {
        first.clear();
    }

    /** Returns its address. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Returns each request, followed by who signed in with it. */
    public List<String> asked() {
        return asked;
    }

    /** Returns the names that callers gave their requests. */
    public List<String> keys() {
        return keys;
    }

    /** Returns the requests alone. */
    public List<String> requests() {
        return asked.stream().filter(each -> !each.startsWith("Basic")).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
