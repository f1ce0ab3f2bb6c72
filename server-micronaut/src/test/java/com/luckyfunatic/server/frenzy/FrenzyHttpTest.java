package com.luckyfunatic.server.frenzy;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frenzy over HTTP. */
@ExtendWith(SharedGameServer.class)
class FrenzyHttpTest {
    private final GameServer server;
    private final TestPlayer player;

    FrenzyHttpTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer();
    }

    private HttpResponse<String> start() {
        return player.post("/frenzy/start", "{}");
    }

    @Test
    void a_full_meter_starts_frenzy_and_taps_pay_threefold() {
        player.tap(30);

        JsonNode data = TestPlayer.data(start());

        assertThat(data.at("/frenzy/isActive").booleanValue()).isTrue();
        assertThat(data.at("/frenzy/meter").intValue()).isZero();
        assertThat(data.at("/frenzy/cooldownLeft").longValue()).isEqualTo(600);
        assertThat(data.at("/funz/funzPerTap").longValue()).isEqualTo(3);
        assertThat(Instant.parse(data.at("/frenzy/activeUntil").textValue()))
                .isEqualTo(server.clock().instant().plus(Duration.ofSeconds(15)));
        assertThat(player.tap(5).get("paid").longValue()).isEqualTo(15);
    }

    @Test
    void a_meter_that_is_not_full_is_refused_with_its_state() {
        player.tap(29);
        JsonNode before = player.lastingState();

        HttpResponse<String> refused = start();

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("meter_not_full");
        assertThat(json(refused).get("meter").intValue()).isEqualTo(29);
        assertThat(json(refused).get("meterMax").intValue()).isEqualTo(30);
        assertThat(player.lastingState()).isEqualTo(before);
    }

    @Test
    void frenzy_cannot_start_while_it_lasts_nor_while_it_cools_down() {
        player.tap(30);
        start();
        player.tap(30);

        HttpResponse<String> active = start();
        server.clock().advance(Duration.ofSeconds(15));
        HttpResponse<String> cooling = start();

        assertThat(active.statusCode()).isEqualTo(409);
        assertThat(code(active)).isEqualTo("already_active");
        assertThat(cooling.statusCode()).isEqualTo(422);
        assertThat(code(cooling)).isEqualTo("cooling_down");
        assertThat(Instant.parse(json(cooling).get("readyAt").textValue()))
                .isEqualTo(server.clock().instant().plus(Duration.ofSeconds(585)));
        server.clock().advance(Duration.ofSeconds(585));
        assertThat(start().statusCode()).isEqualTo(200);
    }

    @Test
    void no_body_is_needed() {
        player.tap(30);

        HttpResponse<String> response =
                player.http()
                        .send(
                                player.http()
                                        .request("/frenzy/start")
                                        .header("Authorization", "Bearer " + player.token())
                                        .POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @Test
    void unknown_fields_are_ignored() {
        player.tap(30);

        assertThat(player.post("/frenzy/start", "{\"now\":true}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "5", "\"start\""})
    void a_body_that_is_no_object_is_refused(String body) {
        player.tap(30);

        assertThat(player.post("/frenzy/start", body).statusCode()).isEqualTo(400);
        assertThat(player.game().at("/frenzy/isActive").booleanValue()).isFalse();
    }
}
