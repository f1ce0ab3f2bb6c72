package com.luckyfunatic.server.telegram.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.server.telegram.BotToken;
import com.luckyfunatic.server.telegram.bot.BotApiException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Calls the Bot API as one bot, over HTTP.
 *
 * <p>A call takes no longer than its time-out, or twice that when it is repeated: once, after a
 * lost answer or a failure there, and only where that does no harm. After Telegram has said that
 * there are too many calls, none is sent before it wants more.
 *
 * <p>The token is part of every address, so addresses are never told. Thread-safe; calls block.
 */
public final class BotApi implements AutoCloseable {
    private static final int ANSWER_BYTES_MAX = 1 << 20;
    private static final Duration RETRY_AFTER_DEFAULT = Duration.ofSeconds(5);

    /** Telegram has been seen to want hours; who waits longer than this is better told no. */
    private static final Duration RETRY_AFTER_MAX = Duration.ofHours(1);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REFUSALS = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERRORS = 500;
    private static final int OK = 200;

    private final HttpClient client;
    private final URI server;
    private final BotToken bot;
    private final Duration timeout;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final AtomicReference<Instant> silentUntil = new AtomicReference<>(Instant.MIN);

    /**
     * Makes the caller of one bot; nothing is sent before the first call.
     *
     * @param server where the Bot API is, without a path
     * @param timeout how long a call may take
     */
    public BotApi(
            URI server, BotToken bot, Duration timeout, ObjectMapper json, InstantSource clock) {
        this.server = server;
        this.bot = bot;
        this.timeout = timeout;
        this.json = json;
        this.clock = clock;
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeout)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /**
     * Calls a method.
     *
     * @throws BotApiException when it gives nothing
     */
    public <R> R call(BotMethod<R> method) {
        return call(method, timeout.multipliedBy(2));
    }

    /**
     * Calls a method that is worth nothing later.
     *
     * @param patience how long all of it may take, whatever the time-out
     * @throws BotApiException when it gives nothing
     */
    public <R> R call(BotMethod<R> method, Duration patience) {
        requireNotSilent(method);
        long giveUpAt = System.nanoTime() + patience.toNanos();
        try {
            return send(method, giveUpAt);
        } catch (BotApiException e) {
            if (method.isRepeatable() && isWorthRepeating(e)) {
                return sendAgain(method, e, giveUpAt);
            }
            throw e;
        }
    }

    private <R> R sendAgain(BotMethod<R> method, BotApiException first, long giveUpAt) {
        try {
            return send(method, giveUpAt);
        } catch (BotApiException e) {
            throw e.after(first);
        }
    }

    private static boolean isWorthRepeating(BotApiException e) {
        boolean timedOut = e.getCause() instanceof TimeoutException;
        return switch (e.kind()) {
            case UNKNOWN_OUTCOME -> !timedOut;
            case FAILED -> true;
            case LIMITED, REFUSED -> false;
        };
    }

    private void requireNotSilent(BotMethod<?> method) {
        Instant until = silentUntil.get();
        Instant now = clock.instant();
        if (now.isBefore(until)) {
            throw new BotApiException(
                    Kind.LIMITED,
                    method.name(),
                    "not sent, because Telegram wants no calls for a while",
                    Duration.between(now, until),
                    null);
        }
    }

    private <R> R send(BotMethod<R> method, long giveUpAt) {
        HttpResponse<byte[]> response = exchange(method, giveUpAt);
        JsonNode answer = parse(method, response);
        if (response.statusCode() == OK && answer.path("ok").asBoolean()) {
            try {
                return method.read(answer.path("result"));
            } catch (IllegalArgumentException e) {
                throw unknown(method, "its answer cannot be understood", e);
            }
        }
        throw refused(method, response.statusCode(), answer);
    }

    private HttpResponse<byte[]> exchange(BotMethod<?> method, long giveUpAt) {
        Duration left = Duration.ofNanos(Math.max(0, giveUpAt - System.nanoTime()));
        Duration patience = left.compareTo(timeout) < 0 ? left : timeout;
        // The time-out of a request ends when its answer begins; ours is for the whole of it.
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(
                        request(method),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            return sent.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw unknown(method, "no answer within " + patience, e);
        } catch (ExecutionException e) {
            throw unknown(method, "no whole answer", withoutAddress(e.getCause()));
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw unknown(method, "interrupted", e);
        }
    }

    private HttpRequest request(BotMethod<?> method) {
        try {
            return HttpRequest.newBuilder(
                            server.resolve("/" + bot.requestPath() + "/" + method.name()))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(method.parameters())))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(method.name() + " has parameters that are no JSON", e);
        }
    }

    /** A library's exception could quote the address, and with it the token. */
    private static IOException withoutAddress(@Nullable Throwable cause) {
        return new IOException(cause == null ? "unknown" : cause.getClass().getSimpleName());
    }

    private JsonNode parse(BotMethod<?> method, HttpResponse<byte[]> response) {
        JsonNode answer;
        try {
            answer = json.readTree(response.body());
        } catch (IOException e) {
            answer = null;
        }
        if (answer != null && answer.isObject()) {
            return answer;
        }
        // Failures and limits are told by the status as well, when a proxy tells them.
        if (response.statusCode() >= SERVER_ERRORS || response.statusCode() == TOO_MANY_REQUESTS) {
            return json.createObjectNode();
        }
        throw unknown(
                method,
                "status " + response.statusCode() + " with something that is no JSON",
                null);
    }

    private BotApiException refused(BotMethod<?> method, int status, JsonNode answer) {
        int code = answer.path("error_code").asInt(status);
        String description = answer.path("description").asText("status " + status);
        if (code == TOO_MANY_REQUESTS) {
            Duration wait = wanted(answer.path("parameters").path("retry_after"));
            silentUntil.set(clock.instant().plus(wait));
            return new BotApiException(Kind.LIMITED, method.name(), description, wait, null);
        }
        if (code < SERVER_ERRORS && !isRefusal(answer)) {
            return unknown(method, description, null);
        }
        return new BotApiException(
                code >= SERVER_ERRORS ? Kind.FAILED : Kind.REFUSED,
                method.name(),
                description,
                RETRY_AFTER_DEFAULT,
                null);
    }

    /**
     * Returns whether Telegram itself says that it will not do it. A proxy may answer in JSON, too,
     * after Telegram has done what was asked; and who waits no longer has refused nothing.
     */
    private static boolean isRefusal(JsonNode answer) {
        JsonNode ok = answer.path("ok");
        JsonNode code = answer.path("error_code");
        return ok.isBoolean()
                && !ok.booleanValue()
                && code.canConvertToInt()
                && code.isIntegralNumber()
                && code.intValue() >= REFUSALS
                && code.intValue() < SERVER_ERRORS
                && code.intValue() != REQUEST_TIMEOUT;
    }

    private static Duration wanted(JsonNode seconds) {
        if (!seconds.canConvertToInt() || seconds.asInt() <= 0) {
            return RETRY_AFTER_DEFAULT;
        }
        Duration wanted = Duration.ofSeconds(seconds.asInt());
        return wanted.compareTo(RETRY_AFTER_MAX) > 0 ? RETRY_AFTER_MAX : wanted;
    }

    private static BotApiException unknown(
            BotMethod<?> method, String description, @Nullable Exception cause) {
        return new BotApiException(
                Kind.UNKNOWN_OUTCOME, method.name(), description, RETRY_AFTER_DEFAULT, cause);
    }

    /** Ends connections; calls under way end with an unknown outcome. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    @Override
    public String toString() {
        return "BotApi[" + bot + " at " + server + "]";
    }
}
