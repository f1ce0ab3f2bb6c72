package com.luckyfunatic.server.token;

import static com.luckyfunatic.server.TestServer.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.TestRoutes;
import com.luckyfunatic.server.TestServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in where. */
class AccessTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of(), new TestRoutes.Enabled());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_players_token_opens_the_routes_of_players() {
        HttpResponse<String> response = get("/test/player", server.token(TokenKind.PLAYER, 42));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("42 in session 1");
    }

    @Test
    void the_scheme_is_read_in_any_case() {
        assertThat(
                        server.get(
                                        "/test/player",
                                        "Authorization",
                                        "bearer " + server.token(TokenKind.PLAYER, 42))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_token_of_another_kind_is_refused_with_its_own_code() {
        assertRefused(
                get("/test/player", server.token(TokenKind.MINIGAME, 42)), 403, "wrong_token_kind");
        assertRefused(
                get("/test/minigame", server.token(TokenKind.PLAYER, 42)), 403, "wrong_token_kind");
        assertThat(get("/test/minigame", server.token(TokenKind.MINIGAME, 42)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "tma query_id=1", "Bearer", "x"})
    void without_a_bearer_token_nobody_gets_in(String authorization) {
        assertRefused(server.get("/test/player"), 401, "token_missing");
        assertRefused(
                server.get("/test/player", "Authorization", authorization), 401, "token_missing");
    }

    @Test
    void an_expired_token_is_refused_with_its_own_code() {
        String token =
                server.bean(TokenIssuer.class)
                        .issue(
                                TokenKind.PLAYER,
                                new PlayerId(42),
                                1,
                                Instant.now().minus(Duration.ofHours(2)),
                                Duration.ofHours(1))
                        .token();

        assertRefused(get("/test/player", token), 401, "token_expired");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("com.luckyfunatic.server.token.TokenVerifierTest#forged")
    void a_forged_token_is_answered_401(String name, String token) {
        if (token.isEmpty() || token.length() > 8000) {
            return;
        }
        assertRefused(get("/test/player", token), 401, "token_invalid");
    }

    @Test
    void a_header_beyond_all_measure_is_refused_before_it_is_read() {
        assertRefused(get("/test/player", "x".repeat(100_000)), 413, "request_too_large");
    }

    @Test
    void an_open_route_does_not_mind_a_bad_token() {
        assertThat(get("/public/hello", "garbage").statusCode()).isEqualTo(200);
    }

    @Test
    void a_route_that_nobody_listed_is_closed_to_everybody() {
        assertRefused(server.get("/test-unlisted"), 401, "token_missing");
        assertRefused(
                get("/test-unlisted", server.token(TokenKind.PLAYER, 42)), 403, "wrong_token_kind");
    }

    private static HttpResponse<String> get(String path, String token) {
        return server.get(path, "Authorization", "Bearer " + token);
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(code(response)).isEqualTo(code);
        if (status == 401) {
            assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
    }
}
