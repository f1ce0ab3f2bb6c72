package com.luckyfunatic.server.timetrial;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time trials over HTTP. */
@ExtendWith(SharedGameServer.class)
class TimeTrialHttpTest {
    private final GameServer server;

    TimeTrialHttpTest(GameServer server) {
        this.server = server;
    }

    private static String start(TestPlayer player) {
        JsonNode run = player.send("/time-trials/sprint/start", "{}").get("run");
        assertThat(run.get("timeTrialId").textValue()).isEqualTo("sprint");
        return run.get("runToken").textValue();
    }

    private static HttpResponse<String> finish(TestPlayer player, String token) {
        return player.post("/time-trials/sprint/finish", "{\"runToken\":\"" + token + "\"}");
    }

    private JsonNode run(TestPlayer player, int seconds) {
        String token = start(player);
        server.clock().advance(Duration.ofSeconds(seconds));
        return TestPlayer.data(finish(player, token));
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
    }

    @Test
    void a_level_shows_its_targets_and_what_the_player_has_reached() {
        TestPlayer player = server.newPlayer();
        JsonNode before = player.read("/time-trials").get(0);
        assertThat(before.get("id").textValue()).isEqualTo("sprint");
        assertThat(before.get("bestTimeMs").isNull()).isTrue();
        assertThat(before.get("rank").isNull()).isTrue();
        assertThat(before.findValuesAsText("medal")).containsExactly("bronze", "silver", "gold");
        assertThat(before.at("/targets/2/reward/items/0/name").textValue()).isEqualTo("Shard");
        String token = start(player);
        assertThat(player.read("/time-trials").at("/0/run/runToken").textValue()).isEqualTo(token);
        server.clock().advance(Duration.ofSeconds(25));

        TestPlayer.data(finish(player, token));

        JsonNode after = player.read("/time-trials").get(0);
        assertThat(after.get("bestTimeMs").intValue()).isEqualTo(25_000);
        assertThat(after.findValuesAsText("isRewarded")).containsExactly("true", "false", "false");
        assertThat(after.get("rank").intValue()).isPositive();
        assertThat(after.get("run").isNull()).isTrue();
    }

    @Test
    void each_target_pays_once_and_the_best_time_stays() {
        TestPlayer player = server.newPlayer();

        JsonNode first = run(player, 8);
        JsonNode second = run(player, 9);

        assertThat(first.get("medals")).hasToString("[\"bronze\",\"silver\",\"gold\"]");
        assertThat(first.at("/paid/funz").intValue()).isEqualTo(100);
        assertThat(first.at("/paid/jokers").intValue()).isEqualTo(1);
        assertThat(first.at("/paid/items/0/count").intValue()).isEqualTo(1);
        assertThat(first.at("/paid/items/0/name").textValue()).isEqualTo("Shard");
        assertThat(first.get("isBest").booleanValue()).isTrue();
        assertThat(second.get("medals")).isEmpty();
        assertThat(second.get("bestTimeMs").intValue()).isEqualTo(8_000);
        assertThat(second.get("isBest").booleanValue()).isFalse();
        assertThat(player.game().at("/funz/currentFunzBalance").intValue()).isEqualTo(100);
    }

    @Test
    void a_repeat_under_one_key_gets_the_first_answer() {
        TestPlayer player = server.newPlayer();
        String token = start(player);
        server.clock().advance(Duration.ofSeconds(25));
        String body = "{\"runToken\":\"" + token + "\"}";
        HttpResponse<String> first =
                player.postWithKey("/time-trials/sprint/finish", body, "finish-1");
        server.clock().advance(Duration.ofSeconds(90));

        HttpResponse<String> again =
                player.postWithKey("/time-trials/sprint/finish", body, "finish-1");

        assertThat(json(again).at("/data/timeMs")).isEqualTo(json(first).at("/data/timeMs"));
        assertThat(again.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertRefused(finish(player, token), 404, "unknown_run");
    }

    @Test
    void the_servers_clock_decides_what_is_too_fast_and_too_late() {
        TestPlayer player = server.newPlayer();
        String token = start(player);
        server.clock().advance(Duration.ofMillis(4_999));
        HttpResponse<String> fast = finish(player, token);
        assertRefused(fast, 422, "run_too_fast");
        assertThat(json(fast).get("minTimeMs").intValue()).isEqualTo(5_000);

        server.clock().advance(Duration.ofMillis(55_002));
        assertRefused(finish(player, token), 422, "run_expired");
    }

    @Test
    void another_players_token_is_none() {
        TestPlayer player = server.newPlayer();
        String token = start(player);
        TestPlayer stranger = server.newPlayer();
        start(stranger);
        server.clock().advance(Duration.ofSeconds(25));

        assertRefused(finish(stranger, token), 404, "unknown_run");
        assertRefused(
                player.post("/time-trials/no_such/finish", "{\"runToken\":\"1\"}"),
                404,
                "unknown_time_trial");
        assertRefused(player.post("/time-trials/No-Such/start", "{}"), 404, "unknown_time_trial");
        assertRefused(player.post("/time-trials/sprint/finish", "{}"), 400, "validation_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "99999999999999999", "1.5", " "})
    void what_cannot_be_a_token_is_an_unknown_run(String token) {
        assertRefused(finish(server.newPlayer(), token), 404, "unknown_run");
    }

    @Test
    void a_best_time_that_its_board_has_lost_is_sent_again() {
        TestPlayer player = server.newPlayer();
        run(player, 12);
        server.engine().storage().leaderboards().drop(new BoardId("timetrial_sprint"));

        assertThat(player.read("/time-trials").at("/0/rank").intValue()).isEqualTo(1);
    }

    @Test
    void the_operation_tells_what_it_gave() {
        TestPlayer player = server.newPlayer();
        String token = start(player);
        server.clock().advance(Duration.ofSeconds(25));
        player.postWithKey(
                "/time-trials/sprint/finish", "{\"runToken\":\"" + token + "\"}", "finish-2");

        JsonNode operation = player.read("/operations/finish-2");

        assertThat(operation.at("/result/type").textValue()).isEqualTo("time_trial_finished");
        assertThat(operation.at("/result/timeMs").intValue()).isEqualTo(25_000);
    }
}
