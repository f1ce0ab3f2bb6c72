package com.luckyfunatic.server.card;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Special cards over HTTP. */
@ExtendWith(SharedGameServer.class)
class SpecialCardHttpTest {
    private static final String GOLDEN_MINER = "{\"specialCardId\":\"golden_miner\"}";

    private final GameServer server;
    private final TestPlayer player;

    SpecialCardHttpTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer(1_000, 4);
    }

    private JsonNode goldenMiner() {
        return player.read("/cards/special").get(0);
    }

    private void buyMiner(int levels) {
        for (int i = 0; i < levels; i++) {
            player.send("/cards/buy-card", "{\"cardId\":\"miner\"}");
        }
    }

    @Test
    void a_special_card_shows_what_is_held_of_its_ingredients() {
        buyMiner(1);
        server.give(player, "shard", 3);

        JsonNode card = goldenMiner();

        assertThat(card.get("id").textValue()).isEqualTo("golden_miner");
        assertThat(card.get("forged").intValue()).isZero();
        assertThat(card.get("forgeLimit").intValue()).isEqualTo(2);
        assertThat(card.get("jokers").longValue()).isEqualTo(2);
        assertThat(card.get("effect").textValue()).isEqualTo("funz_per_tap_add");
        assertThat(card.get("isAvailable").booleanValue()).isTrue();
        assertThat(card.get("ingredients"))
                .hasToString(
                        "[{\"type\":\"card\",\"cardId\":\"miner\",\"name\":\"The"
                            + " miner\",\"amount\":2,\"held\":1,\"isMissing\":true},"
                            + "{\"type\":\"item\",\"itemId\":\"shard\",\"name\":\"Shard\",\"amount\":3,\"held\":3,\"isMissing\":false}]");
    }

    @Test
    void forging_consumes_and_gives() {
        buyMiner(3);
        server.give(player, "shard", 3);

        JsonNode data = player.send("/cards/forge", GOLDEN_MINER);

        assertThat(data.at("/specialCard/forged").intValue()).isEqualTo(1);
        assertThat(data.at("/jokers/balance").longValue()).isEqualTo(2);
        assertThat(data.at("/funz/funzPerTap").longValue()).isEqualTo(3);
        assertThat(data.get("specialCard")).isEqualTo(goldenMiner());
        assertThat(data.at("/specialCard/ingredients/0/held").intValue()).isEqualTo(1);
        assertThat(data.at("/specialCard/ingredients/1/held").intValue()).isZero();
    }

    @Test
    void missing_ingredients_are_listed_and_nothing_is_consumed() {
        buyMiner(2);
        server.give(player, "shard", 2);
        JsonNode before = player.lastingState();

        HttpResponse<String> refused = player.post("/cards/forge", GOLDEN_MINER);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("missing_ingredients");
        assertThat(json(refused).get("missing"))
                .hasToString(
                        "[{\"type\":\"item\",\"itemId\":\"shard\",\"name\":\"Shard\",\"amount\":3,\"held\":2,\"isMissing\":true}]");
        assertThat(player.lastingState()).isEqualTo(before);
    }

    @Test
    void the_limit_of_forging_holds() {
        buyMiner(4);
        server.give(player, "shard", 6);
        player.send("/cards/forge", GOLDEN_MINER);
        player.send("/cards/forge", GOLDEN_MINER);

        HttpResponse<String> refused = player.post("/cards/forge", GOLDEN_MINER);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("forge_limit_reached");
        assertThat(json(refused).get("limit").intValue()).isEqualTo(2);
        assertThat(goldenMiner().get("isAvailable").booleanValue()).isFalse();
    }

    @Test
    void requirements_that_are_not_met_are_listed() {
        HttpResponse<String> refused =
                player.post("/cards/forge", "{\"specialCardId\":\"star_trader\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("requirements_not_met");
        assertThat(json(refused).get("missing"))
                .hasToString("[{\"type\":\"rank\",\"rank\":2,\"isMissing\":true}]");
    }

    @Test
    void a_special_card_without_effect_says_null() {
        JsonNode plain = player.read("/cards/special").get(2);

        assertThat(plain.get("effect").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"specialCardId\":3}", "{\"specialCardId\":\"\"}"})
    void bad_fields_are_refused(String body) {
        HttpResponse<String> refused = player.post("/cards/forge", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/field").textValue()).isEqualTo("specialCardId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "miner", "Not An Id"})
    void an_unknown_special_card_is_404(String id) {
        HttpResponse<String> refused =
                player.post("/cards/forge", "{\"specialCardId\":\"" + id + "\"}");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(code(refused)).isEqualTo("unknown_special_card");
    }
}
