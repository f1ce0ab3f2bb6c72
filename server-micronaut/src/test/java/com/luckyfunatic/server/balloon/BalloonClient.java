package com.luckyfunatic.server.balloon;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.json.StrictJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of the balloon game that waits for what it is told. */
final class BalloonClient implements WebSocket.Listener, AutoCloseable {
    /** The code of RFC 6455 for a connection that ended without one. */
    static final int CUT = 1006;

    private static final int PATIENCE_SECONDS = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partly = new StringBuilder();
    private @Nullable WebSocket socket;

    /** Connects from a page of the server itself. */
    static BalloonClient connect(TestServer server, String query) {
        URI uri = server.uri("/");
        return connect(server, query, "http://" + uri.getAuthority());
    }

    /** Connects from a page of {@code origin}; null for no page. */
    static BalloonClient connect(TestServer server, String query, @Nullable String origin) {
        BalloonClient client = new BalloonClient();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        URI uri = URI.create("ws://" + server.uri("/").getAuthority() + "/balloons" + query);
        client.socket =
                builder.buildAsync(uri, client)
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join();
        return client;
    }

    /** Returns the status with which a connection is refused; 101 when it is not. */
    static int refusal(TestServer server, String query, @Nullable String origin) {
        try (BalloonClient _ = connect(server, query, origin)) {
            return 101;
        } catch (CompletionException e) {
            return refused(e).statusCode();
        }
    }

    /** Returns the answer to a connection from the server's own page that is refused. */
    static HttpResponse<?> refused(TestServer server, String query) {
        try (BalloonClient _ = connect(server, query)) {
            throw new AssertionError("it was not refused");
        } catch (CompletionException e) {
            return refused(e);
        }
    }

    private static HttpResponse<?> refused(CompletionException failure) {
        assertThat(failure).hasCauseInstanceOf(WebSocketHandshakeException.class);
        return requireNonNull((WebSocketHandshakeException) failure.getCause()).getResponse();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partly.append(data);
        if (last) {
            try {
                messages.add(StrictJson.mapper().readTree(partly.toString()));
            } catch (JsonProcessingException e) {
                closed.completeExceptionally(e);
            }
            partly.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    private WebSocket socket() {
        if (socket == null) {
            throw new IllegalStateException("not connected");
        }
        return socket;
    }

    BalloonClient send(String text) {
        socket().sendText(text, true).join();
        return this;
    }

    /** Sends without waiting for it, as long as the connection takes it; returns whether it did. */
    boolean trySend(CharSequence text, boolean last) {
        try {
            socket().sendText(text, last).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    BalloonClient sendBinary() {
        socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
        return this;
    }

    BalloonClient pop(long id) {
        return send("{\"type\":\"pop\",\"id\":" + id + "}");
    }

    /** Returns the next message of this type, without those before it. */
    JsonNode next(String type) {
        return next(message -> message.get("type").textValue().equals(type));
    }

    JsonNode next(Predicate<JsonNode> wanted) {
        List<JsonNode> others = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            JsonNode message = poll(end - System.nanoTime());
            if (message == null) {
                throw new AssertionError("it did not come; these did: " + others);
            }
            if (wanted.test(message)) {
                return message;
            }
            others.add(message);
        }
    }

    private @Nullable JsonNode poll(long nanos) {
        try {
            return messages.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Waits until the server has closed one of {@code clients}. */
    static void awaitOneClosed(List<BalloonClient> clients) {
        CompletableFuture.anyOf(
                        clients.stream()
                                .map(client -> client.closed)
                                .toArray(CompletableFuture[]::new))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    /** Waits until the server closes, and returns the code. */
    int closed() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /**
     * Does the same; returns {@link #CUT} when the connection ended while something was still being
     * sent, so that the server's last word could not be read.
     */
    int closedOrCut() {
        try {
            return closed();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException) {
                return CUT;
            }
            throw e;
        }
    }

    /** Cuts the connection without a word. */
    void cut() {
        socket().abort();
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
