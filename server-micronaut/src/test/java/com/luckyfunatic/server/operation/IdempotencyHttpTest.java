package com.luckyfunatic.server.operation;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Repeats under an {@code Idempotency-Key}, and callers who send many at once. */
@ExtendWith(SharedGameServer.class)
class IdempotencyHttpTest {
    private static final String MINER = "{\"cardId\":\"miner\"}";
    private static final int AT_ONCE = 50;

    private final GameServer server;
    private final TestPlayer player;

    IdempotencyHttpTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer(1_000, 20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/tap|{\"taps\":30}",
                "/tap|{\"taps\":30,\"sequence\":4}",
                "/boosters/activate|{\"boosterType\":\"turbo_tap\"}",
                "/boosters/activate|{\"boosterType\":\"energy_tank\"}",
                "/boosters/activate|{\"boosterType\":\"multitap\"}",
                "/cards/buy-card|{\"cardId\":\"miner\"}",
                "/cards/upgrade-card|{\"cardId\":\"miner\",\"expectedPrice\":20}"
            })
    void a_repeat_is_equal_byte_for_byte_and_changes_nothing(String route, String body) {
        HttpResponse<String> first = player.postWithKey(route, body, "key 1");
        server.clock().advance(Duration.ofMinutes(3));
        JsonNode before = player.lastingState();

        HttpResponse<String> repeat = player.postWithKey(route, body, "key 1");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(header(first, "Idempotency-Hit")).isEqualTo("absent");
        assertThat(header(first, "Idempotency-Key")).isEqualTo("key 1");
        assertThat(repeat.statusCode()).isEqualTo(200);
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(header(repeat, "Idempotency-Hit")).isEqualTo("true");
        assertThat(header(repeat, "Idempotency-Key")).isEqualTo("key 1");
        assertThat(player.lastingState()).isEqualTo(before);
    }

    @Test
    void frenzy_forging_and_stories_repeat_too() {
        player.tap(30);
        assertRepeats("/frenzy/start", "{}");
        for (int i = 0; i < 4; i++) {
            player.send("/cards/buy-card", MINER);
        }
        player.send("/cards/buy-card", "{\"cardId\":\"trader\"}");
        assertRepeats("/stories/first_job/claim", "{}");
        server.give(player, "shard", 3);
        assertRepeats("/cards/forge", "{\"specialCardId\":\"golden_miner\"}");
    }

    private void assertRepeats(String route, String body) {
        HttpResponse<String> first = player.postWithKey(route, body, route);
        HttpResponse<String> repeat = player.postWithKey(route, body, route);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(header(repeat, "Idempotency-Hit")).isEqualTo("true");
    }

    @Test
    void a_refusal_repeats_even_when_it_would_be_allowed_by_now() {
        TestPlayer poor = server.newPlayer();
        HttpResponse<String> first = poor.postWithKey("/cards/buy-card", MINER, "k");
        poor.tap(30);

        HttpResponse<String> repeat = poor.postWithKey("/cards/buy-card", MINER, "k");

        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(header(first, "Idempotency-Hit")).isEqualTo("absent");
        assertThat(repeat.statusCode()).isEqualTo(422);
        assertThat(withoutTrace(repeat)).isEqualTo(withoutTrace(first));
        assertThat(header(repeat, "Idempotency-Hit")).isEqualTo("true");
        assertThat(header(repeat, "Idempotency-Key")).isEqualTo("k");
        assertThat(poor.postWithKey("/cards/buy-card", MINER, "another").statusCode())
                .isEqualTo(200);
    }

    private static JsonNode withoutTrace(HttpResponse<String> problem) {
        ObjectNode body = (ObjectNode) json(problem);
        body.remove("traceId");
        return body;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/cards/buy-card|{\"cardId\":\"miner\",\"expectedPrice\":20}",
                "/cards/buy-card|{\"cardId\":\"trader\"}",
                "/tap|{\"taps\":1}",
                "/frenzy/start|{}",
                "/boosters/activate|{\"boosterType\":\"turbo_tap\"}"
            })
    void a_key_used_for_another_request_is_refused(String route, String body) {
        player.postWithKey("/cards/buy-card", MINER, "k");
        JsonNode before = player.lastingState();

        HttpResponse<String> refused = player.postWithKey(route, body, "k");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("idempotency_key_reused");
        assertThat(json(refused).get("retriable").booleanValue()).isFalse();
        assertThat(player.lastingState()).isEqualTo(before);
    }

    @Test
    void keys_of_different_players_are_different() {
        TestPlayer other = server.newPlayer(1_000, 0);
        player.postWithKey("/cards/buy-card", MINER, "k");

        HttpResponse<String> response = other.postWithKey("/cards/buy-card", MINER, "k");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Idempotency-Hit")).isEqualTo("absent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"taps\":30}", "{\"taps\":30,\"sequence\":4}"})
    void a_tap_repeats_after_a_new_login_too(String body) {
        HttpResponse<String> first = player.postWithKey("/tap", body, "k");
        TestPlayer again = server.logIn(player.telegramId());

        HttpResponse<String> repeat = again.postWithKey("/tap", body, "k");

        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(header(repeat, "Idempotency-Hit")).isEqualTo("true");
        assertThat(again.post("/tap", "{\"taps\":1,\"sequence\":0}").body())
                .contains("\"repeated\":false");
    }

    @Test
    void a_tap_with_another_number_under_the_same_key_is_another_request() {
        player.postWithKey("/tap", "{\"taps\":3,\"sequence\":4}", "k");

        assertThat(code(player.postWithKey("/tap", "{\"taps\":3,\"sequence\":5}", "k")))
                .isEqualTo("idempotency_key_reused");
        assertThat(code(player.postWithKey("/tap", "{\"taps\":3}", "k")))
                .isEqualTo("idempotency_key_reused");
    }

    @Test
    void buying_and_upgrading_are_one_operation() {
        HttpResponse<String> first = player.postWithKey("/cards/buy-card", MINER, "k");

        HttpResponse<String> repeat = player.postWithKey("/cards/upgrade-card", MINER, "k");

        assertThat(repeat.body()).isEqualTo(first.body());
    }

    @Test
    void without_a_key_a_repeat_is_a_new_operation_with_a_name_from_the_server() {
        HttpResponse<String> first = player.post("/cards/buy-card", MINER);
        HttpResponse<String> second = player.post("/cards/buy-card", MINER);

        assertThat(json(second).at("/data/card/level").intValue()).isEqualTo(2);
        assertThat(header(first, "Idempotency-Key")).isNotEqualTo("absent");
        assertThat(header(second, "Idempotency-Key"))
                .isNotEqualTo(header(first, "Idempotency-Key"));
        assertThat(header(second, "Idempotency-Hit")).isEqualTo("absent");
    }

    @Test
    void taps_and_frenzy_without_a_key_have_no_name() {
        assertThat(header(player.post("/tap", "{\"taps\":30}"), "Idempotency-Key"))
                .isEqualTo("absent");
        assertThat(header(player.post("/frenzy/start", "{}"), "Idempotency-Key"))
                .isEqualTo("absent");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void the_bounds_of_the_key_are_taken(int length) {
        assertThat(
                        player.postWithKey(
                                        "/tap",
                                        "{\"taps\":1}",
                                        "k~".repeat(32).substring(0, length))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_bad_key_is_refused_on_every_route_that_takes_one() {
        JsonNode before = player.lastingState();
        for (String route :
                List.of(
                        "/tap",
                        "/boosters/activate",
                        "/frenzy/start",
                        "/cards/buy-card",
                        "/cards/upgrade-card",
                        "/cards/forge",
                        "/stories/first_job/claim")) {
            String body =
                    "{\"taps\":1,\"boosterType\":\"turbo_tap\",\"cardId\":\"miner\",\"specialCardId\":\"golden_miner\"}";
            for (String key : List.of("k".repeat(65), "k\tk", "~k")) {
                HttpResponse<String> refused = player.postWithKey(route, body, key);

                assertThat(refused.statusCode()).as(route + " " + key).isEqualTo(400);
                assertThat(code(refused)).isEqualTo("invalid_idempotency_key");
            }
        }
        assertThat(player.lastingState()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k\u00e9y", "\u00ff", ""})
    void a_key_that_client_libraries_do_not_send_is_refused_too(String key) throws IOException {
        String answer =
                rawAnswer(
                        "POST /tap HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Content-Type: application/json\r\nContent-Length: 10\r\n"
                                + ("Authorization: Bearer " + player.token() + "\r\n")
                                + ("Idempotency-Key: " + key + "\r\n\r\n")
                                + "{\"taps\":1}");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("invalid_idempotency_key");
    }

    private String rawAnswer(String request) throws IOException {
        URI uri = server.http().uri("/");
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void fifty_identical_purchases_at_once_buy_once() {
        List<HttpResponse<String>> answers =
                Together.run(
                        AT_ONCE, _ -> player.postWithKey("/cards/buy-card", MINER, "the same"));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> header(answer, "Idempotency-Hit").equals("absent"))
                .hasSize(1);
        JsonNode game = player.game();
        assertThat(game.at("/funz/currentFunzBalance").longValue()).isEqualTo(980);
        assertThat(player.read("/cards").get(0).get("level").intValue()).isEqualTo(1);
    }

    @Test
    void fifty_different_purchases_at_once_buy_exactly_what_can_be_paid() {
        // Levels 1 to 4 of the miner cost 20, 22, 26 and 31; the fifth would cost 40.
        TestPlayer buyer = server.newPlayer(130, 0);

        List<HttpResponse<String>> answers =
                Together.run(
                        AT_ONCE, i -> buyer.postWithKey("/cards/buy-card", MINER, "purchase " + i));

        long spent =
                answers.stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .mapToLong(answer -> json(answer).at("/data/price").longValue())
                        .sum();
        long bought = answers.stream().filter(answer -> answer.statusCode() == 200).count();
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allMatch(answer -> code(answer).equals("insufficient_funds"));
        JsonNode card = buyer.read("/cards").get(0);
        assertThat(card.get("level").intValue()).isEqualTo((int) bought);
        assertThat(buyer.game().at("/funz/currentFunzBalance").longValue()).isEqualTo(130 - spent);
        assertThat(card.get("buyOrUpgradeCost").longValue()).isGreaterThan(130 - spent);
    }

    @Test
    void fifty_taps_at_once_are_paid_as_often_as_the_rate_limit_allows() {
        List<HttpResponse<String>> answers =
                Together.run(AT_ONCE, _ -> player.post("/tap", "{\"taps\":3}"));

        int accepted =
                answers.stream()
                        .mapToInt(answer -> json(answer).at("/data/accepted").intValue())
                        .sum();
        assertThat(accepted).isEqualTo(60);
        assertThat(player.game().at("/funz/currentFunzBalance").longValue()).isEqualTo(1_060);
    }

    @Test
    void fifty_equal_taps_with_one_sequence_at_once_count_once() {
        Together.run(AT_ONCE, _ -> player.post("/tap", "{\"taps\":3,\"sequence\":1}"));

        assertThat(player.game().at("/funz/currentFunzBalance").longValue()).isEqualTo(1_003);
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("absent");
    }
}
