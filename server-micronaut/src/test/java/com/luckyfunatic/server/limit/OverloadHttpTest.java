package com.luckyfunatic.server.limit;

import static com.luckyfunatic.server.TestServer.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.TestRoutes;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OverloadHttpTest {
    private static final int PLACES = 3;
    private static final String MARK = "/user/mark-notification-as-read";
    private static final String TYPED = "{\"taps\":5,\"amount\":7,\"flag\":true}";
    private static final Map<String, String> FEW =
            Map.of("FUNATIC_REQUESTS_IN_FLIGHT_MAX", String.valueOf(PLACES));

    private static int inFlight(TestServer server) {
        return server.bean(InFlightLimit.class).inFlight();
    }

    /** An answer leaves a moment before its place is free for all to see. */
    private static void awaitNoneInFlight(TestServer server) {
        while (inFlight(server) > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_is_beyond_the_limit_is_refused_at_once_and_served_again_afterwards()
            throws Exception {
        CountDownLatch entered = new CountDownLatch(PLACES);
        CountDownLatch release = new CountDownLatch(1);
        try (TestServer server = TestServer.start(FEW, new TestRoutes.Enabled(entered, release));
                HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> slow = fill(server, client, entered);

            HttpResponse<String> refused = server.get("/test/client");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(code(refused)).isEqualTo("overloaded");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.headers().firstValue("Idempotency-Key")).isEmpty();
            assertThat(server.post("/test/typed", TYPED).statusCode()).isEqualTo(503);
            assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(server.get("/support/me").statusCode()).isEqualTo(401);
            assertThat(server.get("/assets/js/ids.js").statusCode()).isEqualTo(200);

            release.countDown();
            for (CompletableFuture<HttpResponse<String>> each : slow) {
                assertThat(each.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            }
            awaitNoneInFlight(server);
            assertThat(server.get("/test/client").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void places_come_back_after_every_kind_of_answer() {
        try (TestServer server = TestServer.start(FEW, new TestRoutes.Enabled())) {
            for (int i = 0; i < 2 * PLACES; i++) {
                assertThat(server.get("/test/bug").statusCode()).isEqualTo(500);
                assertThat(server.get("/test/storage-away").statusCode()).isEqualTo(503);
                assertThat(server.get("/test/player").statusCode()).isEqualTo(401);
                assertThat(server.get("/test/nothing").statusCode()).isEqualTo(404);
                assertThat(server.get("/test/parameter").statusCode()).isEqualTo(400);
                assertThat(server.post("/test/typed", "{").statusCode()).isEqualTo(400);
                assertThat(server.post("/test/typed", TYPED).statusCode()).isEqualTo(200);
                awaitNoneInFlight(server);
            }
        }
    }

    @Test
    void places_come_back_after_clients_have_hung_up() throws Exception {
        CountDownLatch entered = new CountDownLatch(PLACES);
        CountDownLatch release = new CountDownLatch(1);
        try (TestServer server = TestServer.start(FEW, new TestRoutes.Enabled(entered, release))) {
            for (int i = 0; i < PLACES; i++) {
                hangUpAfter(server, "GET /test/slow HTTP/1.1\r\nHost: test\r\n\r\n", entered, i);
            }
            assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();

            release.countDown();

            awaitNoneInFlight(server);
            assertThat(server.get("/test/client").statusCode()).isEqualTo(200);
        }
    }

    private static void hangUpAfter(
            TestServer server, String request, CountDownLatch entered, int before)
            throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server().uri().getPort())) {
            write(socket, request);
            while (entered.getCount() > PLACES - before - 1) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void bodies_that_do_not_come_take_no_place() throws IOException {
        try (TestServer server = TestServer.start(FEW, new TestRoutes.Enabled());
                Socket one = halfSent(server);
                Socket two = halfSent(server);
                Socket three = halfSent(server)) {
            assertThat(List.of(one, two, three)).allMatch(Socket::isConnected);
            for (int i = 0; i < PLACES; i++) {
                assertThat(server.get("/test/client").statusCode()).isEqualTo(200);
            }

            for (Socket socket : List.of(one, two, three)) {
                assertThat(answerAfterTheRest(socket)).startsWith("HTTP/1.1 200 ");
            }
            awaitNoneInFlight(server);
        }
    }

    @Test
    void a_body_that_comes_when_there_is_no_place_any_more_is_refused() throws Exception {
        CountDownLatch entered = new CountDownLatch(PLACES);
        CountDownLatch release = new CountDownLatch(1);
        try (TestServer server = TestServer.start(FEW, new TestRoutes.Enabled(entered, release));
                HttpClient client = HttpClient.newHttpClient();
                Socket late = halfSent(server)) {
            // By the time of this answer the headers above have been read, if not always.
            assertThat(server.get("/test/client").statusCode()).isEqualTo(200);
            List<CompletableFuture<HttpResponse<String>>> slow = fill(server, client, entered);

            assertThat(answerAfterTheRest(late))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("\"overloaded\"");

            release.countDown();
            CompletableFuture.allOf(slow.toArray(CompletableFuture<?>[]::new)).join();
            awaitNoneInFlight(server);
        }
    }

    @Test
    void what_was_refused_is_carried_out_once_when_it_comes_again_with_its_key() throws Exception {
        CountDownLatch entered = new CountDownLatch(PLACES);
        CountDownLatch release = new CountDownLatch(1);
        try (TestServer server = TestServer.start(FEW, new TestRoutes.Enabled(entered, release));
                HttpClient client = HttpClient.newHttpClient()) {
            TestPlayer player = TestPlayer.logIn(server, 77);
            List<CompletableFuture<HttpResponse<String>>> slow = fill(server, client, entered);

            HttpResponse<String> refused = player.postWithKey(MARK, "{}", "read-1");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(code(refused)).isEqualTo("overloaded");

            release.countDown();
            CompletableFuture.allOf(slow.toArray(CompletableFuture<?>[]::new)).join();
            awaitNoneInFlight(server);
            HttpResponse<String> accepted = player.postWithKey(MARK, "{}", "read-1");
            HttpResponse<String> repeated = player.postWithKey(MARK, "{}", "read-1");
            assertThat(accepted.statusCode()).isEqualTo(200);
            assertThat(accepted.headers().firstValue("Idempotency-Hit")).isEmpty();
            assertThat(repeated.headers().firstValue("Idempotency-Hit")).hasValue("true");
            assertThat(repeated.body()).isEqualTo(accepted.body());
        }
    }

    @Test
    void taps_go_on_while_others_wait_for_a_store_that_is_away() throws Exception {
        CountDownLatch entered = new CountDownLatch(PLACES);
        CountDownLatch release = new CountDownLatch(1);
        try (TestServer server = TestServer.start(FEW, new TestRoutes.Enabled(entered, release));
                HttpClient client = HttpClient.newHttpClient()) {
            TestPlayer player = TestPlayer.logIn(server, 77);
            List<CompletableFuture<HttpResponse<String>>> slow = fill(server, client, entered);

            assertThat(server.get("/test/client").statusCode()).isEqualTo(503);
            assertThat(player.post("/tap", "{\"taps\":1}").statusCode()).isEqualTo(200);
            assertThat(player.get("/game").statusCode()).isEqualTo(200);

            release.countDown();
            CompletableFuture.allOf(slow.toArray(CompletableFuture<?>[]::new)).join();
        }
    }

    @Test
    void a_connection_for_balloons_is_refused_like_any_request_and_holds_no_place_once_it_stands()
            throws Exception {
        CountDownLatch entered = new CountDownLatch(PLACES);
        CountDownLatch release = new CountDownLatch(1);
        try (TestServer server = TestServer.start(FEW, new TestRoutes.Enabled(entered, release));
                HttpClient client = HttpClient.newHttpClient()) {
            TestPlayer player = TestPlayer.logIn(server, 77);
            String ticket = player.send("/balloons/ticket", "{}").get("ticket").textValue();
            CompletableFuture<WebSocket> standing = balloons(server, client, ticket);
            WebSocket socket = standing.get(30, TimeUnit.SECONDS);
            awaitNoneInFlight(server);
            List<CompletableFuture<HttpResponse<String>>> slow = fill(server, client, entered);

            assertThat(balloons(server, client, "another"))
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refused ->
                                    assertThat(refused.getResponse().statusCode()).isEqualTo(503));
            socket.abort();

            release.countDown();
            CompletableFuture.allOf(slow.toArray(CompletableFuture<?>[]::new)).join();
        }
    }

    private static CompletableFuture<WebSocket> balloons(
            TestServer server, HttpClient client, String ticket) {
        String authority = server.uri("/").getAuthority();
        return client.newWebSocketBuilder()
                .header("Origin", "http://" + authority)
                .buildAsync(
                        URI.create("ws://" + authority + "/balloons?ticket=" + ticket),
                        new WebSocket.Listener() {});
    }

    /** Takes all places by requests that go on until they are released. */
    private static List<CompletableFuture<HttpResponse<String>>> fill(
            TestServer server, HttpClient client, CountDownLatch entered)
            throws InterruptedException {
        List<CompletableFuture<HttpResponse<String>>> slow =
                Stream.generate(() ->
                                client.sendAsync(
                                        server.request("/test/slow").build(),
                                        BodyHandlers.ofString()))
                        .limit(PLACES)
                        .toList();
        assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
        return slow;
    }

    /** Sends the headers of a request and the first letter of its body. */
    private static Socket halfSent(TestServer server) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server().uri().getPort());
        write(
                socket,
                "POST /test/typed HTTP/1.1\r\nHost: test\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: "
                        + TYPED.length()
                        + "\r\n\r\n"
                        + TYPED.charAt(0));
        return socket;
    }

    private static String answerAfterTheRest(Socket socket) throws IOException {
        write(socket, TYPED.substring(1));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
