package com.luckyfunatic.benchmarks.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A player who pops everything that appears, each after a moment as people take it. Thread-safe.
 */
final class BalloonPlayer implements WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FASTEST_MILLIS = 200;
    private static final int SLOWEST_MILLIS = 1_000;
    private static final int PING_SECONDS = 5;

    private final BalloonFigures figures;
    private final ScheduledExecutorService timer;
    private final Map<Integer, Long> sentNanos = new ConcurrentHashMap<>();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

    BalloonPlayer(BalloonFigures figures, ScheduledExecutorService timer) {
        this.figures = figures;
        this.timer = timer;
    }

    /** Opens a game and waits until it has begun. */
    void play(HttpClient client, URI url, String ticket) {
        URI address = URI.create("ws://" + url.getAuthority() + "/balloons?ticket=" + ticket);
        WebSocket socket =
                client.newWebSocketBuilder()
                        .header("Origin", "http://" + url.getAuthority())
                        .buildAsync(address, this)
                        .join();
        var _ =
                timer.scheduleAtFixedRate(
                        () -> send(socket, "{\"type\":\"ping\"}"),
                        PING_SECONDS,
                        PING_SECONDS,
                        TimeUnit.SECONDS);
    }

    /** Completed at the end of the game, with whether it counted. */
    CompletableFuture<Boolean> end() {
        return end;
    }

    /** One message after the other, as a connection takes them. */
    private synchronized void send(WebSocket socket, String message) {
        if (!end.isDone()) {
            sent = sent.thenCompose(_ -> socket.sendText(message, true));
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            take(socket, text.toString());
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private void take(WebSocket socket, String message) {
        JsonNode said = read(message);
        switch (said.path("type").asText()) {
            case "spawn" ->
                    said.path("balloons").forEach(each -> popSoon(socket, each.path("id").asInt()));
            case "popped" -> answered(said, false);
            case "refused" -> answered(said, true);
            case "end" -> end.complete(said.path("counted").asBoolean());
            default -> {
                // Nothing to do.
            }
        }
    }

    private static JsonNode read(String message) {
        try {
            return JSON.readTree(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void popSoon(WebSocket socket, int id) {
        int pause = ThreadLocalRandom.current().nextInt(FASTEST_MILLIS, SLOWEST_MILLIS);
        var _ =
                timer.schedule(
                        () -> {
                            sentNanos.put(id, System.nanoTime());
                            send(socket, "{\"type\":\"pop\",\"id\":" + id + "}");
                        },
                        pause,
                        TimeUnit.MILLISECONDS);
    }

    private void answered(JsonNode said, boolean refused) {
        Long before = sentNanos.remove(said.path("id").asInt());
        if (before != null) {
            figures.answered(System.nanoTime() - before, refused);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end.completeExceptionally(new IllegalStateException("closed with " + code));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end.completeExceptionally(error);
    }
}
