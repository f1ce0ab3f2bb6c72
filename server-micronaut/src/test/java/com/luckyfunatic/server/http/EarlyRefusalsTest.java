package com.luckyfunatic.server.http;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.server.TestRoutes;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.limit.InFlightLimit;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EarlyRefusalsTest {
    private static final int PLACES = 3;
    private static final String ORIGIN = "https://pages.test";

    /** Of a loop whose turns are long, in one in which it has taken all that it may. */
    private static LoopTurn longTurn() {
        AtomicLong nanos = new AtomicLong();
        LoopTurn turn = new LoopTurn(_ -> {}, 1, () -> nanos.addAndGet(10));
        take(400, turn);
        turn.run();
        take(400, turn);
        turn.run();
        take(320, turn);
        return turn;
    }

    private static void take(int requests, LoopTurn turn) {
        for (int i = 0; i < requests; i++) {
            assertThat(turn.isOneTooMany()).isFalse();
        }
    }

    private static LoopTurn shortTurn() {
        return new LoopTurn(_ -> {}, 1, () -> 0);
    }

    private final CountDownLatch entered = new CountDownLatch(PLACES);
    private final CountDownLatch release = new CountDownLatch(1);
    private final TestServer server =
            TestServer.start(
                    Map.of(
                            "FUNATIC_REQUESTS_IN_FLIGHT_MAX",
                            Integer.toString(PLACES),
                            "FUNATIC_CORS_ORIGINS",
                            ORIGIN),
                    new TestRoutes.Enabled(entered, release));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        release.countDown();
        client.close();
        server.close();
    }

    private List<CompletableFuture<HttpResponse<String>>> send(int slow)
            throws InterruptedException {
        List<CompletableFuture<HttpResponse<String>>> sent =
                Stream.generate(() ->
                                client.sendAsync(
                                        server.request("/test/slow").build(),
                                        BodyHandlers.ofString()))
                        .limit(slow)
                        .toList();
        await(slow);
        return sent;
    }

    private void await(int slow) {
        while (entered.getCount() > PLACES - slow) {
            Thread.onSpinWait();
        }
    }

    private void awaitNoneInFlight() {
        InFlightLimit limit = server.bean(InFlightLimit.class);
        while (limit.inFlight() > 0) {
            Thread.onSpinWait();
        }
    }

    private static HttpRequest request(String line) {
        String[] words = line.split(" ", -1);
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(words[0]), words[1]);
    }

    private boolean isRefused(HttpRequest request) {
        FullHttpResponse refusal = server.bean(EarlyRefusals.class).refusal(request, longTurn());
        return refusal != null;
    }

    @Test
    void when_turns_are_long_what_plays_is_refused_and_nothing_else() {
        for (String line :
                List.of(
                        "GET /test/client",
                        "GET /test/client?x=/healthz",
                        "POST /tap",
                        "GET /game",
                        "POST /quests/any/claim",
                        "DELETE /user",
                        "GET /balloons?ticket=x")) {
            assertThat(isRefused(request(line))).as(line).isTrue();
            assertThat(server.bean(EarlyRefusals.class).refusal(request(line), shortTurn()))
                    .as(line + " in a short one")
                    .isNull();
        }
        for (String line :
                List.of(
                        "OPTIONS /tap",
                        "HEAD /game",
                        "BREW /tap",
                        "GET /healthz",
                        "GET /readyz",
                        "GET /support/me",
                        "GET /support?x",
                        "GET /",
                        "GET ",
                        "GET *",
                        "GET http://host/tap",
                        "GET /assets/js/ids.js",
                        "GET /nothing",
                        "GET /tapping")) {
            assertThat(isRefused(request(line))).as(line).isFalse();
        }
    }

    @Test
    void what_headers_do_not_decide_is_left_to_the_filter() {
        HttpRequest foreign = request("POST /tap");
        foreign.headers().set("Host", "game.test").set("Origin", "https://pages.test");
        HttpRequest own = request("POST /tap");
        own.headers().set("Host", "game.test").set("Origin", "https://GAME.test");
        HttpRequest chunked = request("POST /tap");
        chunked.headers().set("Transfer-Encoding", "chunked");
        HttpRequest large = request("POST /tap");
        large.headers().set("Content-Length", "1000000000");
        HttpRequest asking = request("POST /tap");
        asking.headers().set("Content-Length", "10").set("Expect", "100-continue");
        HttpRequest small = request("POST /tap");
        small.headers().set("Content-Length", "10");

        assertThat(isRefused(foreign)).isFalse();
        assertThat(isRefused(own)).isTrue();
        assertThat(isRefused(chunked)).isFalse();
        assertThat(isRefused(large)).isFalse();
        assertThat(isRefused(asking)).isFalse();
        assertThat(isRefused(small)).isTrue();
    }

    @Test
    void the_answer_is_the_filters_and_is_counted() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> slow = send(PLACES);

        HttpResponse<String> early = server.get("/test/client");
        HttpResponse<String> byTheFilter =
                client.send(
                        server.request("/test/client").header("Origin", ORIGIN).build(),
                        BodyHandlers.ofString());

        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(code(early)).isEqualTo("overloaded");
        assertThat(withoutTrace(early)).isEqualTo(withoutTrace(byTheFilter));
        assertThat(json(early).get("traceId").textValue())
                .isEqualTo(early.headers().firstValue("X-Request-Id").orElseThrow())
                .isNotEqualTo(json(byTheFilter).get("traceId").textValue());
        assertThat(byTheFilter.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue(ORIGIN);
        assertThat(comparable(early)).isEqualTo(comparable(byTheFilter));
        MeterRegistry meters = server.bean(MeterRegistry.class);
        assertThat(meters.counter("server.requests.shed").count()).isEqualTo(2);
        assertThat(
                        meters.get("http.server.requests")
                                .tags("code", "overloaded", "route", "unmatched", "status", "503")
                                .timer()
                                .count())
                .isEqualTo(1);
        HttpResponse<String> withTrace =
                client.send(
                        server.request("/test/client").header("X-Request-Id", "mine-7").build(),
                        BodyHandlers.ofString());
        assertThat(withTrace.headers().firstValue("X-Request-Id")).hasValue("mine-7");
        assertThat(json(withTrace).get("traceId").textValue()).isEqualTo("mine-7");
        release.countDown();
        slow.forEach(CompletableFuture::join);
    }

    private static JsonNode withoutTrace(HttpResponse<String> answer) {
        ObjectNode body = (ObjectNode) json(answer);
        body.remove("traceId");
        return body;
    }

    /** Without what differs from answer to answer, and what only pages of other origins need. */
    private static Map<String, List<String>> comparable(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet()
                .removeIf(name -> name.startsWith("access-control-") || name.equals("vary"));
        List.of("x-request-id", "retry-after", "date").forEach(headers::remove);
        return headers;
    }

    @Test
    void a_connection_goes_on_after_a_refusal_whose_body_came() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> slow = send(PLACES);
        try (Socket socket = connect()) {
            write(socket, "POST /test/typed HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nbo");
            assertThat(readAnswer(socket)).startsWith("HTTP/1.1 503 ").contains("\"overloaded\"");
            write(socket, "dy!" + get("/healthz"));
            assertThat(readAnswer(socket)).startsWith("HTTP/1.1 200 ");

            release.countDown();
            slow.forEach(CompletableFuture::join);
            awaitNoneInFlight();
            write(socket, get("/test/client"));
            assertThat(readAnswer(socket)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void answers_keep_the_order_of_their_requests() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> slow = send(PLACES - 1);
        try (Socket socket = connect()) {
            write(socket, get("/test/slow") + get("/test/client"));
            await(PLACES);

            release.countDown();

            assertThat(readAnswer(socket)).startsWith("HTTP/1.1 200 ");
            assertThat(readAnswer(socket)).startsWith("HTTP/1.1 ");
            slow.forEach(CompletableFuture::join);
            awaitNoneInFlight();
            write(socket, get("/test/client"));
            assertThat(readAnswer(socket)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void who_wants_no_more_is_hung_up_on() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> slow = send(PLACES);
        for (String version : List.of("HTTP/1.1\r\nConnection: close", "HTTP/1.0")) {
            try (Socket socket = connect()) {
                write(socket, "GET /test/client " + version + "\r\nHost: test\r\n\r\n");

                assertThat(
                                new String(
                                        socket.getInputStream().readAllBytes(),
                                        StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 503 ")
                        .contains("\"overloaded\"");
            }
        }
        release.countDown();
        slow.forEach(CompletableFuture::join);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.server().uri().getPort());
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n";
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads headers, and as much of a body as they say. */
    private static String readAnswer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up after " + head);
            }
            head.append((char) next);
        }
        int length =
                head.toString()
                        .lines()
                        .map(line -> line.toLowerCase(Locale.ROOT))
                        .filter(line -> line.startsWith("content-length:"))
                        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                        .findFirst()
                        .orElse(0);
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
