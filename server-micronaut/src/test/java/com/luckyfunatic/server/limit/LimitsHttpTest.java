package com.luckyfunatic.server.limit;

import static com.luckyfunatic.server.TestServer.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.TestRoutes;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.token.TokenKind;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsHttpTest {
    private static final Map<String, String> SLOW =
            Map.of(
                    "FUNATIC_RATE_LIMITS", "true",
                    "FUNATIC_RATE_LIMIT_PLAYER", "1",
                    "FUNATIC_RATE_LIMIT_PLAYER_BURST", "3",
                    "FUNATIC_RATE_LIMIT_IP", "1",
                    "FUNATIC_RATE_LIMIT_IP_BURST", "3",
                    "FUNATIC_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8");

    @Test
    void whoever_sends_too_much_is_told_how_long_to_wait() {
        try (TestServer server = TestServer.start(SLOW, new TestRoutes.Enabled())) {
            String token = "Bearer " + server.token(TokenKind.PLAYER, 1);
            String other = "Bearer " + server.token(TokenKind.PLAYER, 2);

            HttpResponse<String> last = server.get("/test/player", "Authorization", token);
            for (int i = 0; i < 10; i++) {
                last = server.get("/test/player", "Authorization", token);
            }

            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(code(last)).isEqualTo("rate_limited");
            assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(server.get("/test/player", "Authorization", other).statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/public/hello").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void guessing_tokens_counts_for_the_address_and_probes_do_not() {
        try (TestServer server = TestServer.start(SLOW, new TestRoutes.Enabled())) {
            HttpResponse<String> last = server.get("/healthz");
            for (int i = 0; i < 10; i++) {
                last = server.get("/test/player", "Authorization", "Bearer guess" + i);
            }

            assertThat(last.statusCode()).isEqualTo(429);
            for (int i = 0; i < 10; i++) {
                assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
                assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
            }
            assertThat(server.get("/public/hello", "X-Forwarded-For", "198.51.100.9").statusCode())
                    .as("another address behind the trusted proxy")
                    .isEqualTo(200);
        }
    }

    @Test
    void players_of_one_address_share_a_wider_limit() {
        Map<String, String> narrow = new HashMap<>(SLOW);
        narrow.put("FUNATIC_RATE_LIMIT_IP_PLAYERS", "1");
        narrow.put("FUNATIC_RATE_LIMIT_IP_PLAYERS_BURST", "4");
        try (TestServer server = TestServer.start(narrow, new TestRoutes.Enabled())) {
            List<Integer> statuses = new ArrayList<>();
            for (int player = 1; player <= 10; player++) {
                String token = "Bearer " + server.token(TokenKind.PLAYER, player);
                statuses.add(server.get("/test/player", "Authorization", token).statusCode());
            }

            assertThat(statuses.subList(0, 4)).containsOnly(200);
            assertThat(statuses.subList(4, 10)).contains(429);
            assertThat(server.get("/public/hello").statusCode())
                    .as("requests without a token are counted apart")
                    .isEqualTo(200);
            String elsewhere = "Bearer " + server.token(TokenKind.PLAYER, 99);
            assertThat(
                            server.get(
                                            "/test/player",
                                            "Authorization",
                                            elsewhere,
                                            "X-Forwarded-For",
                                            "198.51.100.9")
                                    .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void files_of_the_page_have_a_wide_limit_of_their_own_and_what_only_looks_like_one_has_not() {
        Map<String, String> settings = new HashMap<>(SLOW);
        settings.put("FUNATIC_RATE_LIMIT_IP_PLAYERS", "1");
        settings.put("FUNATIC_RATE_LIMIT_IP_PLAYERS_BURST", "20");
        try (TestServer server = TestServer.start(settings, new TestRoutes.Enabled())) {
            List<Integer> files = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                files.add(server.get("/assets/js/ids.js").statusCode());
            }
            assertThat(files.subList(0, 20)).containsOnly(200);
            assertThat(files).contains(429);
            assertThat(server.get("/public/hello").statusCode()).isEqualTo(200);

            List<Integer> others = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                others.add(server.get("/assets/" + "/".repeat(i) + "js/ids.js").statusCode());
            }
            assertThat(others).contains(429).doesNotContain(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.7|198.51.100.7",
                "203.0.113.1, 198.51.100.7|198.51.100.7",
                "203.0.113.1, 198.51.100.7, 10.1.1.1|198.51.100.7",
                "10.2.2.2, 10.1.1.1|10.2.2.2",
                "garbage|127.0.0.1",
                "198.51.100.7, garbage, 10.1.1.1|10.1.1.1",
                "198.51.100.7:1234|198.51.100.7",
                "203.0.113.1:1, 198.51.100.7:65535, 10.1.1.1:443|198.51.100.7",
                "[2001:db8::1]:1234|2001:db8:0:0:0:0:0:1",
                "[2001:db8::1]|2001:db8:0:0:0:0:0:1",
                "198.51.100.7:port|127.0.0.1",
                "[198.51.100.7:1|127.0.0.1",
                "2001:db8::1|2001:db8:0:0:0:0:0:1"
            })
    void only_what_trusted_proxies_wrote_is_believed(String header, String client) {
        try (TestServer server = TestServer.start(SLOW, new TestRoutes.Enabled())) {
            assertThat(server.get("/test/client", "X-Forwarded-For", header).body())
                    .isEqualTo(client);
        }
    }

    @Test
    void without_trusted_proxies_the_header_means_nothing() {
        try (TestServer server = TestServer.start(Map.of(), new TestRoutes.Enabled())) {
            assertThat(server.get("/test/client", "X-Forwarded-For", "198.51.100.7").body())
                    .isEqualTo("127.0.0.1");
        }
    }
}
