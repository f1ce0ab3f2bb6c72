package com.luckyfunatic.server.limit;

import static com.luckyfunatic.server.TestServer.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.TestRoutes;
import com.luckyfunatic.server.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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
            List<CompletableFuture<HttpResponse<String>>> slow =
                    Stream.generate(
                                    () ->
                                            client.sendAsync(
                                                    server.request("/test/slow").build(),
                                                    BodyHandlers.ofString()))
                            .limit(PLACES)
                            .toList();
            assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();

            HttpResponse<String> refused = server.get("/test/client");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(code(refused)).isEqualTo("overloaded");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.headers().firstValue("Idempotency-Key")).isEmpty();
            assertThat(server.post("/test/typed", "{\"taps\":1}").statusCode()).isEqualTo(503);
            assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(server.get("/support/operators/me").statusCode()).isEqualTo(401);
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
                assertThat(server.post("/test/typed", "{\"taps\":1}").statusCode())
                        .isEqualTo(200);
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
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server().uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
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
        }
    }

    private static Socket halfSent(TestServer server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server().uri().getPort());
        socket.getOutputStream()
                .write(
                        ("POST /test/typed HTTP/1.1\r\nHost: test\r\nContent-Type:"
                                        + " application/json\r\nContent-Length: 20\r\n\r\n{")
                                .getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
