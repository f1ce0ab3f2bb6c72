package com.luckyfunatic.server.operation;

import static com.luckyfunatic.server.TestServer.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking how an operation ended. */
@ExtendWith(SharedGameServer.class)
class OperationHttpTest {
    private static final String MINER = "{\"cardId\":\"miner\"}";

    private final GameServer server;
    private final TestPlayer player;

    OperationHttpTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer(1_000, 20);
    }

    @Test
    void an_operation_without_a_key_is_found_by_the_name_in_the_answer() {
        HttpResponse<String> bought = player.post("/cards/buy-card", MINER);
        String name = bought.headers().firstValue("Idempotency-Key").orElseThrow();
        Instant then = server.clock().instant();
        server.clock().advance(Duration.ofHours(1));

        JsonNode operation = player.read("/operations/" + name);

        assertThat(operation.get("operationId").textValue()).isEqualTo(name);
        assertThat(operation.get("status").textValue()).isEqualTo("accepted");
        assertThat(operation.get("code").isNull()).isTrue();
        assertThat(Instant.parse(operation.get("decidedAt").textValue())).isEqualTo(then);
        assertThat(operation.get("result"))
                .hasToString(
                        "{\"type\":\"card\",\"cardId\":\"miner\",\"level\":1,\"currency\":\"funz\",\"price\":20,\"incomePerHour\":600}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/tap|{\"taps\":30}|{\"type\":\"taps\",\"accepted\":30,\"paid\":30,\"repeated\":false}",
                "/boosters/activate|{\"boosterType\":\"energy_tank\"}|{\"type\":\"booster\",\"boosterType\":\"energy_tank\",\"currency\":\"funz\",\"price\":50}"
            })
    void every_kind_of_result_is_shown(String route, String body, String result) {
        player.postWithKey(route, body, "k");

        assertThat(player.read("/operations/k").get("result")).hasToString(result);
    }

    @Test
    void frenzy_forging_and_stories_are_shown() {
        player.tap(30);
        player.postWithKey("/frenzy/start", "{}", "frenzy");
        for (int i = 0; i < 4; i++) {
            player.send("/cards/buy-card", MINER);
        }
        player.send("/cards/buy-card", "{\"cardId\":\"trader\"}");
        player.postWithKey("/stories/first_job/claim", "{}", "story");
        server.give(player, "shard", 3);
        player.postWithKey("/cards/forge", "{\"specialCardId\":\"golden_miner\"}", "forge");

        assertThat(player.read("/operations/frenzy").get("result"))
                .hasToString("{\"type\":\"done\"}");
        assertThat(player.read("/operations/story").get("result"))
                .hasToString(
                        "{\"type\":\"story\",\"storyId\":\"first_job\",\"funz\":500,\"jokers\":5}");
        assertThat(player.read("/operations/forge").get("result"))
                .hasToString(
                        "{\"type\":\"special_card\",\"specialCardId\":\"golden_miner\",\"forged\":1}");
    }

    @Test
    void a_refused_operation_is_shown_with_its_code() {
        player.postWithKey("/cards/buy-card", "{\"cardId\":\"trader\"}", "k");

        JsonNode operation = player.read("/operations/k");

        assertThat(operation.get("status").textValue()).isEqualTo("refused");
        assertThat(operation.get("code").textValue()).isEqualTo("requirements_not_met");
        assertThat(operation.get("result").isNull()).isTrue();
    }

    @Test
    void a_name_with_unusual_characters_is_found_encoded() {
        player.postWithKey("/tap", "{\"taps\":1}", "a b/c%d?e#f");

        assertThat(player.read("/operations/a%20b%2Fc%25d%3Fe%23f").get("operationId").textValue())
                .isEqualTo("a b/c%d?e#f");
    }

    @Test
    void an_operation_of_another_player_is_unknown() {
        player.postWithKey("/tap", "{\"taps\":1}", "mine");

        HttpResponse<String> refused = server.newPlayer().get("/operations/mine");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(code(refused)).isEqualTo("unknown_operation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "%00", "%D1%8F", "%20"})
    void an_unknown_operation_is_404(String name) {
        HttpResponse<String> refused = player.get("/operations/" + name);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(code(refused)).isEqualTo("unknown_operation");
    }

    @Test
    void a_name_longer_than_any_is_404() {
        assertThat(player.get("/operations/" + "k".repeat(65)).statusCode()).isEqualTo(404);
    }
}
