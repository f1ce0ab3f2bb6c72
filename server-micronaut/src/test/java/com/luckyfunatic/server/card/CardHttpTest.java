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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards over HTTP. */
@ExtendWith(SharedGameServer.class)
class CardHttpTest {
    private static final String MINER = "{\"cardId\":\"miner\"}";

    private final GameServer server;
    private final TestPlayer player;

    CardHttpTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer(1_000, 0);
    }

    private JsonNode card(String id) {
        for (JsonNode card : player.read("/cards")) {
            if (card.get("id").textValue().equals(id)) {
                return card;
            }
        }
        throw new AssertionError("no card " + id);
    }

    private void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
        assertThat(json(response).get("retriable").booleanValue()).isFalse();
    }

    @Test
    void a_card_that_is_not_owned_shows_what_buying_it_brings() {
        JsonNode miner = card("miner");

        assertThat(miner.get("level").isNull()).isTrue();
        assertThat(miner.get("nextLevel").intValue()).isEqualTo(1);
        assertThat(miner.get("buyOrUpgradeCost").longValue()).isEqualTo(20);
        assertThat(miner.get("currency").textValue()).isEqualTo("funz");
        assertThat(miner.get("incomePerHour").longValue()).isZero();
        assertThat(miner.get("nextIncomePerHour").longValue()).isEqualTo(600);
        assertThat(miner.get("paybackHours").longValue()).isEqualTo(1);
        assertThat(miner.get("buyOrUpgradeRequirements")).isEmpty();
        assertThat(miner.get("isMaxLevelReached").booleanValue()).isFalse();
        assertThat(miner.get("isAvailable").booleanValue()).isTrue();
        assertThat(miner.get("availableFrom").isNull()).isTrue();
    }

    @Test
    void requirements_are_listed_with_what_is_missing() {
        assertThat(card("trader").get("buyOrUpgradeRequirements"))
                .hasToString(
                        "[{\"type\":\"card\",\"cardId\":\"miner\",\"cardName\":\"The"
                                + " miner\",\"level\":2,\"isMissing\":true}]");
        assertThat(card("club").get("buyOrUpgradeRequirements"))
                .hasToString("[{\"type\":\"friends\",\"friends\":1,\"isMissing\":true}]");
        assertThat(card("vault").get("buyOrUpgradeRequirements"))
                .hasToString("[{\"type\":\"rank\",\"rank\":2,\"isMissing\":true}]");
        assertThat(card("vault").get("paybackHours").isNull()).isTrue();
    }

    @Test
    void buying_takes_the_price_and_shows_card_and_game() {
        JsonNode data = player.send("/cards/buy-card", MINER);

        assertThat(data.get("price").longValue()).isEqualTo(20);
        assertThat(data.get("currency").textValue()).isEqualTo("funz");
        assertThat(data.at("/card/level").intValue()).isEqualTo(1);
        assertThat(data.at("/card/nextLevel").intValue()).isEqualTo(2);
        assertThat(data.at("/funz/currentFunzBalance").longValue()).isEqualTo(980);
        assertThat(data.at("/funz/incomePerHour").longValue()).isEqualTo(600);
        assertThat(data.get("card")).isEqualTo(card("miner"));
    }

    @ParameterizedTest
    @CsvSource({"/cards/buy-card, /cards/upgrade-card", "/cards/upgrade-card, /cards/buy-card"})
    void buying_and_upgrading_are_the_same(String first, String second) {
        player.send(first, MINER);

        assertThat(player.send(second, MINER).at("/card/level").intValue()).isEqualTo(2);
    }

    @Test
    void the_expected_price_is_taken_when_it_holds() {
        JsonNode data =
                player.send("/cards/buy-card", "{\"cardId\":\"miner\",\"expectedPrice\":20}");

        assertThat(data.get("price").longValue()).isEqualTo(20);
    }

    @Test
    void another_price_than_expected_is_refused_with_both() {
        JsonNode before = player.lastingState();

        HttpResponse<String> refused =
                player.post("/cards/buy-card", "{\"cardId\":\"miner\",\"expectedPrice\":19}");

        assertRefused(refused, 422, "price_changed");
        assertThat(json(refused).get("expected").longValue()).isEqualTo(19);
        assertThat(json(refused).get("actual").longValue()).isEqualTo(20);
        assertThat(player.lastingState()).isEqualTo(before);
    }

    @Test
    void a_price_beyond_the_balance_is_refused_with_both() {
        TestPlayer poor = server.newPlayer(19, 0);

        HttpResponse<String> refused = poor.post("/cards/buy-card", MINER);

        assertRefused(refused, 422, "insufficient_funds");
        assertThat(json(refused).get("required").longValue()).isEqualTo(20);
        assertThat(json(refused).get("held").longValue()).isEqualTo(19);
        assertThat(json(refused).get("currency").textValue()).isEqualTo("funz");
    }

    @Test
    void requirements_that_are_not_met_are_refused_with_the_list() {
        HttpResponse<String> refused = player.post("/cards/buy-card", "{\"cardId\":\"trader\"}");

        assertRefused(refused, 422, "requirements_not_met");
        assertThat(json(refused).get("missing"))
                .isEqualTo(card("trader").get("buyOrUpgradeRequirements"));
    }

    @Test
    void a_card_at_its_last_level_shows_no_next_one() {
        for (int i = 0; i < 8; i++) {
            player.send("/cards/buy-card", MINER);
        }

        HttpResponse<String> refused = player.post("/cards/buy-card", MINER);

        assertRefused(refused, 422, "max_level_reached");
        assertThat(json(refused).get("level").intValue()).isEqualTo(8);
        JsonNode miner = card("miner");
        assertThat(miner.get("isMaxLevelReached").booleanValue()).isTrue();
        assertThat(miner.get("nextLevel").isNull()).isTrue();
        assertThat(miner.get("buyOrUpgradeCost").isNull()).isTrue();
        assertThat(miner.get("nextIncomePerHour").isNull()).isTrue();
        assertThat(miner.get("paybackHours").isNull()).isTrue();
    }

    @Test
    void a_card_that_is_only_announced_is_refused() {
        assertThat(card("rocket").get("isComingSoon").booleanValue()).isTrue();
        assertThat(card("rocket").get("isAvailable").booleanValue()).isFalse();

        assertRefused(
                player.post("/cards/buy-card", "{\"cardId\":\"rocket\"}"), 422, "not_available");
    }

    @Test
    void a_card_with_a_window_shows_it() {
        assertThat(card("carnival").get("availableFrom").textValue())
                .isEqualTo("2026-01-02T00:00:00.000Z");
        assertThat(card("carnival").get("availableUntil").textValue())
                .isEqualTo("2026-01-09T00:00:00.000Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cards/buy-card", "/cards/upgrade-card"})
    void bad_fields_are_refused_and_nothing_happens(String route) {
        JsonNode before = player.lastingState();

        assertRefused(player.post(route, "{\"cardId\":\"nope\"}"), 404, "unknown_card");
        assertRefused(player.post(route, "{\"cardId\":\"No Such-Card\"}"), 404, "unknown_card");
        for (String body :
                new String[] {
                    "{}",
                    "{\"cardId\":\"\"}",
                    "{\"cardId\":null}",
                    "{\"cardId\":7}",
                    "{\"cardId\":true}",
                    "{\"cardId\":[\"miner\"]}",
                    "{\"cardId\":{\"id\":\"miner\"}}",
                    "{\"cardId\":\"miner\",\"expectedPrice\":\"20\"}",
                    "{\"cardId\":\"miner\",\"expectedPrice\":20.0}",
                    "{\"cardId\":\"miner\",\"expectedPrice\":-1}",
                    "{\"cardId\":\"miner\",\"expectedPrice\":9007199254740992}",
                    "{\"cardId\":\"miner\",\"expectedPrice\":9223372036854775808}"
                }) {
            HttpResponse<String> refused = player.post(route, body);

            assertRefused(refused, 400, "validation_failed");
            assertThat(json(refused).at("/errors/0/field").textValue())
                    .as(body)
                    .isEqualTo(body.contains("expectedPrice") ? "expectedPrice" : "cardId");
        }
        assertThat(player.lastingState()).isEqualTo(before);
    }
}
