package com.luckyfunatic.server.tap;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Taps over HTTP. */
@ExtendWith(SharedGameServer.class)
class TapHttpTest {
    private final GameServer server;
    private final TestPlayer player;

    TapHttpTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer();
    }

    @Test
    void taps_are_paid_and_the_answer_carries_the_whole_game() {
        JsonNode data = player.tap(5);

        assertThat(data.get("accepted").intValue()).isEqualTo(5);
        assertThat(data.get("paid").longValue()).isEqualTo(5);
        assertThat(data.get("repeated").booleanValue()).isFalse();
        assertThat(data.at("/funz/currentFunzBalance").longValue()).isEqualTo(5);
        assertThat(data.at("/energy/currentEnergyBalance").longValue()).isEqualTo(995);
        assertThat(data.at("/frenzy/meter").intValue()).isEqualTo(5);
        assertThat(data.at("/taps/total").intValue()).isEqualTo(5);
        assertThat(data.at("/taps/lastSequence").longValue()).isEqualTo(-1);
    }

    @Test
    void taps_beyond_the_rate_limit_are_cut_and_not_refused() {
        player.tap(50);

        JsonNode data = player.tap(50);

        assertThat(data.get("accepted").intValue()).isEqualTo(10);
        assertThat(data.get("paid").longValue()).isEqualTo(10);
        server.clock().advance(Duration.ofSeconds(1));
        assertThat(player.tap(50).get("accepted").intValue()).isEqualTo(20);
    }

    @Test
    void taps_beyond_the_energy_are_cut_and_not_refused() {
        int accepted = 0;
        for (int i = 0; i < 60; i++) {
            accepted += player.tap(50).get("accepted").intValue();
            server.clock().advance(Duration.ofSeconds(1));
        }

        JsonNode data = player.tap(50);

        assertThat(data.get("accepted").intValue()).isEqualTo(1);
        assertThat(data.at("/energy/currentEnergyBalance").longValue()).isZero();
        assertThat(data.at("/funz/currentFunzBalance").longValue()).isEqualTo(accepted + 1);
    }

    @Test
    void a_repeated_or_older_sequence_gives_the_last_answer_and_changes_nothing() {
        player.send("/tap", "{\"taps\":3,\"sequence\":7}");
        JsonNode before = player.lastingState();

        for (int sequence : new int[] {7, 6, 0}) {
            JsonNode repeat = player.send("/tap", "{\"taps\":50,\"sequence\":" + sequence + "}");

            assertThat(repeat.get("accepted").intValue()).isEqualTo(3);
            assertThat(repeat.get("paid").longValue()).isEqualTo(3);
            assertThat(repeat.get("repeated").booleanValue()).isTrue();
            assertThat(repeat.at("/taps/lastSequence").longValue()).isEqualTo(7);
        }
        assertThat(player.lastingState()).isEqualTo(before);
        assertThat(player.send("/tap", "{\"taps\":2,\"sequence\":8}").get("accepted").intValue())
                .isEqualTo(2);
    }

    @Test
    void sequences_belong_to_the_login_session() {
        player.send("/tap", "{\"taps\":3,\"sequence\":7}");
        TestPlayer again = server.logIn(player.telegramId());

        assertThat(again.game().at("/taps/lastSequence").longValue()).isEqualTo(-1);
        JsonNode data = again.send("/tap", "{\"taps\":4,\"sequence\":0}");

        assertThat(data.get("accepted").intValue()).isEqualTo(4);
        assertThat(data.at("/taps/lastSequence").longValue()).isZero();
        assertThat(player.game().at("/taps/lastSequence").longValue()).isEqualTo(7);
    }

    @Test
    void a_session_that_newer_ones_displaced_cannot_send_sequences() {
        for (int i = 0; i < 4; i++) {
            server.logIn(player.telegramId()).send("/tap", "{\"taps\":1,\"sequence\":0}");
        }
        JsonNode before = player.lastingState();

        HttpResponse<String> refused = player.post("/tap", "{\"taps\":1,\"sequence\":0}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("session_superseded");
        assertThat(json(refused).get("retriable").booleanValue()).isFalse();
        assertThat(player.lastingState()).isEqualTo(before);
        assertThat(player.tap(1).get("accepted").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void the_bounds_of_taps_are_taken(int taps) {
        assertThat(player.tap(taps).get("accepted").intValue()).isEqualTo(taps);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9_007_199_254_740_991L})
    void the_bounds_of_the_sequence_are_taken(long sequence) {
        assertThat(
                        player.send("/tap", "{\"taps\":1,\"sequence\":" + sequence + "}")
                                .at("/taps/lastSequence")
                                .longValue())
                .isEqualTo(sequence);
    }

    @Test
    void unknown_fields_and_a_sequence_of_null_are_ignored() {
        assertThat(
                        player.send("/tap", "{\"x\":{\"y\":[1]},\"taps\":5,\"sequence\":null}")
                                .get("accepted")
                                .intValue())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"taps\":0}|taps",
                "{\"taps\":-1}|taps",
                "{\"taps\":51}|taps",
                "{\"taps\":2147483648}|taps",
                "{\"taps\":9223372036854775808}|taps",
                "{\"taps\":12345678901234567890123456789012345678901}|taps",
                "{\"taps\":\"5\"}|taps",
                "{\"taps\":5.5}|taps",
                "{\"taps\":1e3}|taps",
                "{\"taps\":null}|taps",
                "{\"taps\":[5]}|taps",
                "{\"taps\":true}|taps",
                "{\"taps\":{}}|taps",
                "{}|taps",
                "{\"sequence\":1}|taps",
                "{\"taps\":5,\"sequence\":-1}|sequence",
                "{\"taps\":5,\"sequence\":9007199254740992}|sequence",
                "{\"taps\":5,\"sequence\":9223372036854775808}|sequence",
                "{\"taps\":5,\"sequence\":12345678901234567890123456789012345678901}|sequence",
                "{\"taps\":5,\"sequence\":\"1\"}|sequence",
                "{\"taps\":5,\"sequence\":1.0}|sequence"
            })
    void a_bad_field_is_named_and_nothing_happens(String body, String field) {
        JsonNode before = player.lastingState();

        HttpResponse<String> refused = player.post("/tap", body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("validation_failed");
        assertThat(json(refused).at("/errors/0/field").textValue()).isEqualTo(field);
        assertThat(json(refused).at("/errors/0/message").textValue())
                .isEqualTo(
                        field.equals("taps")
                                ? "must be a whole number from 1 to 50"
                                : "must be a whole number from 0 to 9007199254740991");
        assertThat(player.lastingState()).isEqualTo(before);
    }
}
