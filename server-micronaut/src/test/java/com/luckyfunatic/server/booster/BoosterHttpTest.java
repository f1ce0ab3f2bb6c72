package com.luckyfunatic.server.booster;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boosters over HTTP. */
@ExtendWith(SharedGameServer.class)
class BoosterHttpTest {
    private final GameServer server;
    private final TestPlayer player;

    BoosterHttpTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer(1_000, 10);
        startANewDay();
    }

    /** So that nothing of what follows is split by midnight. */
    private void startANewDay() {
        Instant tomorrow =
                server.clock().instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        server.clock().set(tomorrow);
    }

    private HttpResponse<String> activate(String type) {
        return player.post("/boosters/activate", "{\"boosterType\":\"" + type + "\"}");
    }

    private JsonNode booster(String type) {
        for (JsonNode booster : player.read("/boosters")) {
            if (booster.get("type").textValue().equals(type)) {
                return booster;
            }
        }
        throw new AssertionError("no booster " + type);
    }

    private void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
        assertThat(json(response).get("retriable").booleanValue()).isFalse();
    }

    @Test
    void the_list_is_that_of_the_state() {
        assertThat(player.read("/boosters")).isEqualTo(player.game().get("boosters"));
    }

    @Test
    void activating_a_priced_booster_takes_the_price_and_works_at_once() {
        JsonNode data = TestPlayer.data(activate("energy_tank"));

        assertThat(data.get("price").longValue()).isEqualTo(50);
        assertThat(data.get("currency").textValue()).isEqualTo("funz");
        assertThat(data.at("/funz/currentFunzBalance").longValue()).isEqualTo(950);
        assertThat(data.at("/energy/maxEnergy").longValue()).isEqualTo(1_500);
        JsonNode booster = data.get("booster");
        assertThat(booster.get("isActive").booleanValue()).isTrue();
        assertThat(Instant.parse(booster.get("activeUntil").textValue()))
                .isEqualTo(server.clock().instant().plus(Duration.ofHours(1)));
        assertThat(booster.get("price").longValue()).isEqualTo(100);
        assertThat(booster.get("usagesLeft").intValue()).isEqualTo(3);
        assertThat(booster).isEqualTo(booster("energy_tank"));
    }

    @Test
    void a_permanent_booster_is_bought_level_by_level() {
        activate("multitap");

        JsonNode data = TestPlayer.data(activate("multitap"));

        assertThat(data.get("price").longValue()).isEqualTo(20);
        assertThat(data.at("/booster/level").intValue()).isEqualTo(2);
        assertThat(data.at("/booster/activeUntil").isNull()).isTrue();
        assertThat(data.at("/booster/usagesLeft").intValue()).isEqualTo(8);
        assertThat(data.at("/funz/funzPerTap").longValue()).isEqualTo(3);
        assertThat(data.at("/funz/currentFunzBalance").longValue()).isEqualTo(970);
    }

    @Test
    void a_booster_that_works_already_is_409() {
        activate("quick_charge");
        JsonNode before = player.lastingState();

        HttpResponse<String> refused = activate("quick_charge");

        assertRefused(refused, 409, "already_active");
        assertThat(Instant.parse(json(refused).get("activeUntil").textValue()))
                .isEqualTo(server.clock().instant().plus(Duration.ofMinutes(30)));
        assertThat(player.lastingState()).isEqualTo(before);
    }

    @Test
    void a_booster_that_is_cooling_down_says_until_when() {
        activate("full_energy");
        Instant ready = server.clock().instant().plus(Duration.ofHours(1));
        server.clock().advance(Duration.ofMillis(500));
        JsonNode before = player.lastingState();

        HttpResponse<String> refused = activate("full_energy");

        assertRefused(refused, 422, "cooling_down");
        assertThat(Instant.parse(json(refused).get("readyAt").textValue())).isEqualTo(ready);
        assertThat(player.lastingState()).isEqualTo(before);
        assertThat(booster("full_energy").get("cooldownLeft").longValue()).isEqualTo(3_600);
        assertThat(booster("full_energy").get("cooldownLeftMs").longValue()).isEqualTo(3_599_500);
    }

    @Test
    void a_booster_used_as_often_as_a_day_allows_says_when_the_day_ends() {
        Instant midnight = server.clock().instant().plus(Duration.ofDays(1));
        for (int i = 0; i < 2; i++) {
            TestPlayer.data(activate("turbo_tap"));
            server.clock().advance(Duration.ofMinutes(10));
        }

        HttpResponse<String> refused = activate("turbo_tap");

        assertRefused(refused, 422, "daily_limit_reached");
        assertThat(json(refused).get("limit").intValue()).isEqualTo(2);
        assertThat(Instant.parse(json(refused).get("resetsAt").textValue())).isEqualTo(midnight);
        server.clock().set(midnight);
        assertThat(activate("turbo_tap").statusCode()).isEqualTo(200);
    }

    @Test
    void a_price_beyond_the_balance_is_refused_with_both() {
        TestPlayer.data(activate("income_surge"));
        TestPlayer.data(activate("income_multiplier"));
        JsonNode before = player.lastingState();

        HttpResponse<String> refused = activate("income_multiplier");

        assertRefused(refused, 422, "insufficient_funds");
        assertThat(json(refused).get("required").longValue()).isEqualTo(8);
        assertThat(json(refused).get("held").longValue()).isEqualTo(3);
        assertThat(json(refused).get("currency").textValue()).isEqualTo("jokers");
        assertThat(player.lastingState()).isEqualTo(before);
    }

    @Test
    void a_booster_without_a_further_level_is_refused() {
        for (int i = 0; i < 3; i++) {
            TestPlayer.data(activate("energy_limit"));
        }

        HttpResponse<String> refused = activate("energy_limit");

        assertRefused(refused, 422, "max_level_reached");
        assertThat(json(refused).get("level").intValue()).isEqualTo(3);
        assertThat(booster("energy_limit").get("price").longValue()).isZero();
    }

    @Test
    void requirements_that_are_not_met_are_listed() {
        HttpResponse<String> refused = activate("strong_finger");

        assertRefused(refused, 422, "requirements_not_met");
        assertThat(json(refused).get("missing"))
                .hasToString("[{\"type\":\"rank\",\"rank\":2,\"isMissing\":true}]");
        assertThat(booster("strong_finger").get("isAvailable").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"boosterType\":\"no_such_booster\"}|404|unknown_booster",
                "{\"boosterType\":\"No Such-Booster!\"}|404|unknown_booster",
                "{\"boosterType\":\"../../etc/passwd\"}|404|unknown_booster",
                "{\"boosterType\":\"\"}|400|validation_failed",
                "{\"boosterType\":null}|400|validation_failed",
                "{\"boosterType\":5}|400|validation_failed",
                "{\"boosterType\":[\"turbo_tap\"]}|400|validation_failed",
                "{\"type\":\"turbo_tap\"}|400|validation_failed",
                "{}|400|validation_failed"
            })
    void a_bad_booster_type_is_refused(String body, int status, String code) {
        JsonNode before = player.lastingState();

        assertRefused(player.post("/boosters/activate", body), status, code);

        assertThat(player.lastingState()).isEqualTo(before);
    }
}
