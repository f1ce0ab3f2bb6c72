package com.luckyfunatic.server.game;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.TestServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The state of the game over HTTP. */
@ExtendWith(SharedGameServer.class)
class GameHttpTest {
    private final GameServer server;

    GameHttpTest(GameServer server) {
        this.server = server;
    }

    @Test
    void a_new_player_has_full_energy_and_nothing_else() {
        JsonNode game = server.newPlayer().game();

        assertThat(game.at("/energy/currentEnergyBalance").longValue()).isEqualTo(1000);
        assertThat(game.at("/energy/maxEnergy").longValue()).isEqualTo(1000);
        assertThat(game.at("/energy/regenPerSec").doubleValue()).isEqualTo(1.0);
        assertThat(game.at("/energy/regenMilliPerSec").longValue()).isEqualTo(1000);
        assertThat(Instant.parse(game.at("/energy/fullAt").textValue()))
                .isEqualTo(server.clock().instant());
        assertThat(game.at("/funz/currentFunzBalance").longValue()).isZero();
        assertThat(game.at("/funz/funzPerTap").longValue()).isEqualTo(1);
        assertThat(game.at("/funz/incomePerHour").longValue()).isZero();
        assertThat(game.at("/funz/passiveIncome/amount").longValue()).isZero();
        assertThat(game.at("/jokers/balance").longValue()).isZero();
        assertThat(game.at("/taps/perSecond").intValue()).isEqualTo(20);
        assertThat(game.at("/taps/burst").intValue()).isEqualTo(60);
        assertThat(game.at("/rank/rank").intValue()).isEqualTo(1);
        assertThat(game.at("/rank/nextAt").longValue()).isEqualTo(100);
        assertThat(game.at("/frenzy/meterMax").intValue()).isEqualTo(30);
        assertThat(game.at("/frenzy/activeUntil").isNull()).isTrue();
        assertThat(game.get("boosters")).hasSize(9);
        assertThat(game.at("/referral/friends").intValue()).isZero();
    }

    @Test
    void every_member_of_the_contract_is_there_and_no_other() {
        JsonNode game = server.newPlayer().game();

        assertThat(game.fieldNames())
                .toIterable()
                .containsExactly(
                        "energy",
                        "funz",
                        "jokers",
                        "taps",
                        "rank",
                        "frenzy",
                        "boosters",
                        "referral",
                        "sequence");
        assertThat(game.at("/boosters/0").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "type",
                        "name",
                        "description",
                        "price",
                        "currency",
                        "isActive",
                        "activeUntil",
                        "cooldownLeft",
                        "cooldownLeftMs",
                        "usagesLeft",
                        "level",
                        "maxLevel",
                        "isAvailable",
                        "effect",
                        "magnitude",
                        "durationMs",
                        "cooldownMs");
    }

    @Test
    void reading_collects_what_cards_have_earned_meanwhile() {
        TestPlayer player = server.newPlayer(1_000_000, 0);
        player.send("/cards/buy-card", "{\"cardId\":\"miner\"}");
        long perHour = player.game().at("/funz/incomePerHour").longValue();
        long balance = player.game().at("/funz/currentFunzBalance").longValue();
        assertThat(perHour).isPositive();

        server.clock().advance(Duration.ofHours(3));
        JsonNode game = player.game();

        assertThat(game.at("/funz/passiveIncome/amount").longValue()).isEqualTo(perHour * 3 / 2);
        assertThat(game.at("/funz/passiveIncome/forDuration").textValue()).isEqualTo("PT1H30M");
        assertThat(game.at("/funz/passiveIncome/forDurationMs").longValue()).isEqualTo(5_400_000);
        assertThat(game.at("/funz/passiveIncome/capped").booleanValue()).isTrue();
        assertThat(game.at("/funz/currentFunzBalance").longValue())
                .isEqualTo(balance + perHour * 3 / 2);
        assertThat(player.game().at("/funz/passiveIncome/amount").longValue()).isZero();
    }

    @Test
    void the_answer_tells_the_servers_time() {
        HttpResponse<String> response = server.newPlayer().get("/game");

        assertThat(Instant.parse(TestServer.json(response).get("serverTime").textValue()))
                .isEqualTo(server.clock().instant());
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}
