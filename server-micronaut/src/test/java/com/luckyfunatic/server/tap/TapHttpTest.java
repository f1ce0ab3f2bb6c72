package com.luckyfunatic.server.tap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Taps over HTTP. */
class TapHttpTest {
    private static GameServer server;

    @BeforeAll
    static void start() {
        server = GameServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void taps_are_paid_and_the_answer_carries_the_whole_game() {
        TestPlayer player = server.newPlayer();

        JsonNode data = player.tap(5);

        assertThat(data.get("accepted").intValue()).isEqualTo(5);
        assertThat(data.get("paid").longValue()).isEqualTo(5);
        assertThat(data.get("repeated").booleanValue()).isFalse();
        assertThat(data.at("/funz/currentFunzBalance").longValue()).isEqualTo(5);
        assertThat(data.at("/energy/currentEnergyBalance").longValue()).isEqualTo(995);
    }
}
