package com.luckyfunatic.server.telegram.bot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server on this machine that speaks the Bot API: it knows one bot, the members of chats and
 * payments in Stars, and misbehaves when a test wants it to. Another method is one more line in
 * {@link #methods}.
 */
public final class FakeBotApi implements AutoCloseable {
    /** What a test wants of the next answers. */
    public enum Fault {
        /** Does what was asked and never says so: the connection ends. */
        LOSES_THE_REPLY,
        /** Does what was asked and says so when {@link #release} is called. */
        ANSWERS_LATE,
        /** Begins a good answer and ends the connection in the middle of it. */
        STOPS_IN_THE_MIDDLE,
        /** Too many calls, by Telegram's own answer: {@link #RETRY_AFTER} seconds. */
        LIMITS,
        /** Too many calls, by a proxy that knows no JSON. */
        LIMITS_IN_HTML,
        /** A failure, by Telegram's own answer. */
        FAILS,
        /** A failure, by a proxy. */
        FAILS_IN_HTML,
        /** Status 200 and no JSON. */
        TALKS_NONSENSE,
        /** Status 200 and JSON that is no answer. */
        ANSWERS_A_NUMBER,
        /** Does what was asked; a proxy has waited too long for that, and says so in JSON. */
        TIMES_OUT_IN_JSON,
        /** Status 200 and an object that says nothing. */
        ANSWERS_NOTHING,
        /** A good answer without a result. */
        FORGETS_THE_RESULT,
        /** More than anybody wants to read. */
        TALKS_WITHOUT_END,
        /** Another address, with the token in it. */
        REDIRECTS
    }

    /** What {@link Fault#LIMITS} asks for, seconds. */
    public static final int RETRY_AFTER = 7;

    /** A call as it came. */
    public record Call(String method, JsonNode parameters) {}

    private record Member(String chat, long user) {}

    private record Reply(int status, String body) {}

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String token;
    private final Map<Member, String> members = new ConcurrentHashMap<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Set<String> late = ConcurrentHashMap.newKeySet();
    private final AtomicLong links = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Map<String, Function<JsonNode, Reply>> methods =
            Map.of(
                    "getChatMember",
                    this::getChatMember,
                    "createInvoiceLink",
                    this::createInvoiceLink,
                    "answerPreCheckoutQuery",
                    this::answerPreCheckoutQuery,
                    "refundStarPayment",
                    this::refundStarPayment);
    private final Map<String, Long> charges = new ConcurrentHashMap<>();
    private final Set<String> refunded = ConcurrentHashMap.newKeySet();

    private FakeBotApi(HttpServer server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Starts it on a free port, for the bot that has {@code token}. */
    public static FakeBotApi start(String token) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeBotApi api = new FakeBotApi(server, token);
            server.setExecutor(api.threads);
            server.createContext("/", api::handle);
            server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Makes an account's standing in a chat {@code member}, JSON without its braces. */
    public void member(String chat, long user, String member) {
        members.put(new Member(chat, user), member);
    }

    /** Somebody has paid. */
    public void charge(long payer, String charge) {
        charges.put(charge, payer);
    }

    /** Nobody knows of a payment any more. */
    public void forget(String charge) {
        charges.remove(charge);
    }

    /** Somebody who has the bot's token gives a payment back, and asks nobody. */
    public void refundByHand(String charge) {
        refunded.add(charge);
    }

    /** What was paid and has gone back. */
    public Set<String> refunded() {
        return Set.copyOf(refunded);
    }

    /** An answer to this question would come too late. */
    public void tooLate(String query) {
        late.add(query);
    }

    /** Waits until a method is called for the first time. */
    public void awaitCall(String method) throws InterruptedException {
        synchronized (calls) {
            while (calls(method).isEmpty()) {
                calls.wait();
            }
        }
    }

    /** The calls of one method, in order. */
    public List<JsonNode> calls(String method) {
        return calls.stream()
                .filter(call -> call.method().equals(method))
                .map(Call::parameters)
                .toList();
    }

    /** The next answers go wrong in this way, one after the other. */
    public void misbehave(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Lets late answers go. */
    public void release() {
        released.countDown();
    }

    /** Every call that came, in order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Fault fault = faults.poll();
            Reply reply = reply(path, body, fault);
            if (fault == null) {
                send(exchange, reply);
            } else {
                send(exchange, reply, fault);
            }
        }
    }

    private Reply reply(String path, byte[] body, @Nullable Fault fault) throws IOException {
        String prefix = "/bot" + token + "/";
        if (!path.startsWith(prefix)) {
            return path.matches("/bot\\d+:[^/]+/.*")
                    ? error(401, "Unauthorized")
                    : error(404, "Not Found");
        }
        String method = path.substring(prefix.length());
        JsonNode parameters = json.readTree(body);
        synchronized (calls) {
            calls.add(new Call(method, parameters));
            calls.notifyAll();
        }
        if (fault == Fault.LIMITS || fault == Fault.LIMITS_IN_HTML) {
            // Who has called too often has nothing done.
            return error(429, "Too Many Requests");
        }
        Function<JsonNode, Reply> known = methods.get(method);
        return known == null ? error(404, "Not Found: method not found") : known.apply(parameters);
    }

    private Reply getChatMember(JsonNode parameters) {
        String chat = parameters.path("chat_id").asText();
        if (members.keySet().stream().noneMatch(each -> each.chat().equals(chat))) {
            return error(400, "Bad Request: chat not found");
        }
        long user = parameters.path("user_id").asLong();
        String member = members.get(new Member(chat, user));
        return member == null
                ? error(400, "Bad Request: user not found")
                : good("{\"user\":{\"id\":" + user + "}," + member + "}");
    }

    private Reply createInvoiceLink(JsonNode parameters) {
        JsonNode prices = parameters.path("prices");
        int title = parameters.path("title").asText().length();
        int description = parameters.path("description").asText().length();
        int payload = parameters.path("payload").asText().getBytes(StandardCharsets.UTF_8).length;
        if (title < 1 || title > 32) {
            return error(400, "Bad Request: PRODUCT_TITLE_INVALID");
        }
        if (description < 1 || description > 255) {
            return error(400, "Bad Request: PRODUCT_DESCRIPTION_INVALID");
        }
        if (payload < 1 || payload > 128) {
            return error(400, "Bad Request: INVOICE_PAYLOAD_INVALID");
        }
        if (!parameters.path("currency").asText().equals("XTR")
                || !parameters.path("provider_token").asText().isEmpty()) {
            return error(400, "Bad Request: PAYMENT_PROVIDER_INVALID");
        }
        if (prices.size() != 1 || prices.path(0).path("amount").asInt() < 1) {
            return error(400, "Bad Request: INVOICE_INVALID");
        }
        return good("\"https://t.me/$" + links.incrementAndGet() + "\"");
    }

    private Reply answerPreCheckoutQuery(JsonNode parameters) {
        if (!parameters.path("ok").isBoolean()
                || (!parameters.path("ok").booleanValue()
                        && parameters.path("error_message").asText().isEmpty())) {
            return error(400, "Bad Request: ERROR_TEXT_EMPTY");
        }
        return late.contains(parameters.path("pre_checkout_query_id").asText())
                ? error(
                        400,
                        "Bad Request: query is too old and response timeout expired or query ID"
                                + " is invalid")
                : good("true");
    }

    private Reply refundStarPayment(JsonNode parameters) {
        String charge = parameters.path("telegram_payment_charge_id").asText();
        Long payer = charges.get(charge);
        if (payer == null || payer != parameters.path("user_id").asLong()) {
            return error(400, "Bad Request: CHARGE_NOT_FOUND");
        }
        return refunded.add(charge)
                ? good("true")
                : error(400, "Bad Request: CHARGE_ALREADY_REFUNDED");
    }

    private static Reply good(String result) {
        return new Reply(200, "{\"ok\":true,\"result\":" + result + "}");
    }

    private static Reply error(int code, String description) {
        return new Reply(
                code,
                "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}"
                        .formatted(code, description));
    }

    private void send(HttpExchange exchange, Reply reply, Fault fault) throws IOException {
        switch (fault) {
            case LOSES_THE_REPLY -> {
                // Closing it without an answer ends the connection.
            }
            case ANSWERS_LATE -> {
                waitForRelease();
                send(exchange, reply);
            }
            case STOPS_IN_THE_MIDDLE -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write("{\"ok\":true".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            case LIMITS ->
                    send(
                            exchange,
                            new Reply(
                                    429,
                                    """
                                    {"ok":false,"error_code":429,
                                    "description":"Too Many Requests: retry after %1$d",
                                    "parameters":{"retry_after":%1$d}}
                                    """
                                            .formatted(RETRY_AFTER)));
            case LIMITS_IN_HTML -> send(exchange, new Reply(429, "<html>slow down</html>"));
            case FAILS -> send(exchange, error(500, "Internal Server Error"));
            case FAILS_IN_HTML -> send(exchange, new Reply(502, "<html>Bad Gateway</html>"));
            case TALKS_NONSENSE -> send(exchange, new Reply(200, "{\"ok\":tr"));
            case ANSWERS_A_NUMBER -> send(exchange, new Reply(200, "7"));
            case TIMES_OUT_IN_JSON -> send(exchange, new Reply(408, "{\"error\":\"too slow\"}"));
            case ANSWERS_NOTHING -> send(exchange, new Reply(200, "{}"));
            case FORGETS_THE_RESULT -> send(exchange, new Reply(200, "{\"ok\":true}"));
            case TALKS_WITHOUT_END -> send(exchange, new Reply(200, " ".repeat(3_000_000)));
            case REDIRECTS -> {
                exchange.getResponseHeaders()
                        .add("Location", uri() + exchange.getRequestURI().getPath());
                send(exchange, new Reply(302, ""));
            }
        }
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
        if (closed.compareAndSet(false, true)) {
            release();
            server.stop(0);
            threads.shutdownNow();
        }
    }
}
