package com.luckyfunatic.server.http;

import static com.luckyfunatic.server.TestServer.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.TestRoutes;
import com.luckyfunatic.server.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    private static final String PAGE = "https://game.test";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server =
                TestServer.start(
                        Map.of("FUNATIC_CORS_ORIGINS", PAGE, "FUNATIC_HSTS", "true"),
                        new TestRoutes.Enabled());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public/hello",
                "/no/such/route",
                "/test/player",
                "/test/bug",
                "/openapi/funatic.yml"
            })
    void every_answer_tells_browsers_what_not_to_do(String path) {
        HttpResponse<String> response = server.get(path);

        assertThat(response.headers().allValues("X-Content-Type-Options"))
                .containsExactly("nosniff");
        assertThat(response.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(response.headers().allValues("Strict-Transport-Security"))
                .containsExactly("max-age=31536000");
        assertThat(response.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'", "frame-ancestors 'self' https://web.telegram.org")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Frame-Options")).isEmpty();
    }

    @Test
    void answers_of_routes_are_not_stored_by_caches() {
        assertThat(server.get("/public/hello").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(server.get("/test/player").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(server.get("/errors").headers().allValues("Cache-Control"))
                .containsExactly("public, max-age=3600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /public/hello?%s HTTP/1.1", "GET /public/hello HTTP/1.1\r\nX: %s"})
    void an_answer_after_which_the_connection_ends_says_so(String start) throws IOException {
        // Read to the end of the stream: the server has closed the connection.
        String answer = rawAnswer(start.formatted("y".repeat(20_000)) + "\r\nHost: x\r\n\r\n");

        assertThat(answer.lines().map(line -> line.toLowerCase(Locale.ROOT)))
                .contains("connection: close")
                .anyMatch(line -> line.contains(" 413 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?cursor={x}",
                "/game?x=%zz",
                "/user/friends-ranking?cursor={x}",
                "/operations/a|b",
                "/nope%",
                "/assets/js/main.js?^"
            })
    void an_address_that_is_none_is_refused_and_not_taken_for_the_page(String target)
            throws IOException {
        for (String method : List.of("GET", "HEAD", "POST")) {
            String answer =
                    rawAnswer(
                            method
                                    + " "
                                    + target
                                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n"
                                    + "Connection: close\r\n\r\n");

            assertThat(answer).as(method).startsWith("HTTP/1.1 400 ");
            assertThat(answer.toLowerCase(Locale.ROOT))
                    .contains("content-type: application/problem+json");
        }
    }

    @Test
    void the_page_has_no_other_methods() {
        HttpResponse<String> put = server.send(server.request("/").PUT(BodyPublishers.noBody()));

        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.headers().allValues("Allow").toString()).contains("GET");
    }

    private static String rawAnswer(String request) throws IOException {
        URI uri = server.uri("/");
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void a_trace_goes_through_to_the_answer() {
        assertThat(
                        server.get(
                                        "/public/hello",
                                        "traceparent",
                                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                                .headers()
                                .allValues("X-Request-Id"))
                .containsExactly("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(server.get("/public/hello").headers().firstValue("X-Request-Id"))
                .get()
                .asString()
                .hasSize(32);
    }

    @Test
    void a_listed_page_may_call_and_ask_before_it_calls() {
        HttpResponse<String> call = server.get("/public/hello", "Origin", PAGE);
        HttpResponse<String> question =
                preflight(PAGE, "POST", "authorization,content-type,idempotency-key");

        assertThat(call.statusCode()).isEqualTo(200);
        assertThat(call.headers().allValues("Access-Control-Allow-Origin")).containsExactly(PAGE);
        assertThat(call.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(String.join(",", call.headers().allValues("Access-Control-Expose-Headers")))
                .contains(
                        "ETag",
                        "Idempotency-Hit",
                        "Idempotency-Key",
                        "Retry-After",
                        "X-Request-Id");
        assertThat(question.statusCode()).isEqualTo(200);
        assertThat(question.headers().allValues("X-Request-Id")).hasSize(1);
        assertThat(question.headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly(PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test",
                "https://game.test.evil.test",
                "http://game.test",
                "https://game.test:444",
                "null"
            })
    void no_other_page_may(String origin) {
        HttpResponse<String> question = preflight(origin, "POST", "authorization");
        HttpResponse<String> call = server.get("/public/hello", "Origin", origin);

        assertThat(question.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(List.of(403, 200)).contains(call.statusCode());
        if (call.statusCode() == 403) {
            assertThat(code(call)).isEqualTo("origin_not_allowed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/public/hello,POST,x-secret",
        "/public/hello,DELETE,authorization",
        "/no/such/route,POST,authorization"
    })
    void a_listed_page_that_asks_for_too_much_gets_an_error_like_any_other(
            String path, String method, String headers) {
        HttpResponse<String> refused = preflight(path, PAGE, method, headers);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo("forbidden");
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(refused.headers().allValues("X-Request-Id")).hasSize(1);
        assertThat(refused.headers().allValues("X-Content-Type-Options"))
                .containsExactly("nosniff");
        assertThat(refused.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void where_every_page_may_call_the_question_and_the_call_are_answered_alike() {
        try (TestServer open =
                TestServer.start(Map.of("FUNATIC_CORS_ORIGINS", "*"), new TestRoutes.Enabled())) {
            HttpResponse<String> call = open.get("/public/hello", "Origin", "https://a.example");

            assertThat(call.statusCode()).as(call.body()).isEqualTo(200);
            assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
        }
    }

    @Test
    void an_error_can_be_read_by_a_listed_page_too() {
        assertThat(
                        server.get("/test/player", "Origin", PAGE)
                                .headers()
                                .allValues("Access-Control-Allow-Origin"))
                .containsExactly(PAGE);
    }

    @Test
    void the_servers_own_page_may_call_although_it_is_not_listed() {
        String own = server.uri("/").toString().replaceFirst("/$", "");

        HttpResponse<String> response =
                server.send(
                        server.request("/public/hello")
                                .headers("Origin", own, "Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"taps\":1}")));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> preflight(String origin, String method, String headers) {
        return preflight("/public/hello", origin, method, headers);
    }

    private static HttpResponse<String> preflight(
            String path, String origin, String method, String headers) {
        return server.send(
                server.request(path)
                        .headers(
                                "Origin",
                                origin,
                                "Access-Control-Request-Method",
                                method,
                                "Access-Control-Request-Headers",
                                headers)
                        .method("OPTIONS", BodyPublishers.noBody()));
    }
}
