package com.luckyfunatic.server.balloon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.balloon.BalloonCommand.StartBalloons;
import com.luckyfunatic.engine.balloon.BalloonGameId;
import com.luckyfunatic.engine.balloon.BalloonRuns;
import com.luckyfunatic.engine.balloon.BalloonState;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.testkit.TestTournaments;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.token.TokenKind;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Games of balloons over WebSocket: 30 s, a balloon in each half second, 20 funz a point. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BalloonSocketTest {
    private static final String FRIEND = "https://play.example.com";

    private final GameServer server;
    private final TestServer http;

    BalloonSocketTest() {
        server = GameServer.startWith(Map.of("FUNATIC_CORS_ORIGINS", FRIEND));
        http = server.http();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String ticket(TestPlayer player) {
        return player.send("/balloons/ticket", "{}").get("ticket").textValue();
    }

    private BalloonClient connect(TestPlayer player) {
        return BalloonClient.connect(http, "?ticket=" + ticket(player));
    }

    private PlayerState state(TestPlayer player) {
        return server.engine().player(PlayerId.parse(player.id())).orElseThrow();
    }

    private void pass(long millis) {
        server.clock().advance(Duration.ofMillis(millis));
    }

    @Test
    void a_game_is_played_and_its_reward_paid() {
        TestPlayer player = server.newPlayer();
        try (BalloonClient client = connect(player)) {
            JsonNode start = client.next("start");
            assertThat(start.get("resumed").booleanValue()).isFalse();
            assertThat(start.get("durationMillis").longValue()).isEqualTo(30_000);
            assertThat(start.at("/kinds/0/id").textValue()).isEqualTo("red");
            Map<Integer, Integer> points = new HashMap<>();
            long score = 0;
            for (int second = 0; second < 6; second++) {
                pass(500);
                JsonNode up = client.next("spawn").get("balloons").get(0);
                points.put(
                        up.get("id").intValue(), up.get("kind").textValue().equals("red") ? 1 : -5);
                assertThat(up.get("ageMillis").longValue()).isBetween(0L, 500L);
                client.pop(up.get("id").intValue());
                JsonNode popped = client.next("popped");
                score = Math.max(0, score + points.getOrDefault(popped.get("id").intValue(), 0));
                assertThat(popped.get("score").longValue()).isEqualTo(score);
            }
            client.send("{\"type\":\"ping\"}");
            JsonNode now = client.next("score");
            assertThat(now.get("score").longValue()).isEqualTo(score);
            assertThat(now.get("popped").intValue()).isEqualTo(6);
            assertThat(now.get("elapsedMillis").longValue()).isEqualTo(3_000);
            pass(10_000);
            client.next("missed");
            client.send("{\"type\":\"ping\"}").next("score");
            pass(10_000);
            client.send("{\"type\":\"ping\"}").next("score");
            pass(10_000);

            JsonNode end = client.next("end");
            assertThat(end.get("score").longValue()).isEqualTo(score);
            assertThat(end.get("counted").booleanValue()).isTrue();
            assertThat(end.get("funz").longValue()).isEqualTo(20 * score);
            assertThat(end.get("best").longValue()).isEqualTo(score);
            assertThat(client.closed()).isEqualTo(1000);
            assertThat(state(player).wallet().funz()).isEqualTo(20 * score);
            assertThat(state(player).balloons().live()).isNull();
            assertThat(state(player).balloons().best()).isEqualTo(score);
        }
    }

    @Test
    void a_game_in_a_tournament_counts_on_its_board_and_on_the_games_own() {
        TestPlayer player = server.newPlayer();
        TournamentDefinition cup = cup();
        assertThat(BalloonClient.refusal(http, query(player, cup), own())).isEqualTo(422);
        player.send("/tournaments/" + cup.id() + "/enter", "{\"expectedFee\":0}");
        try (BalloonClient client = BalloonClient.connect(http, query(player, cup))) {
            client.next("start");
            int points = 0;
            while (points == 0) {
                pass(500);
                client.pop(client.next("spawn").get("balloons").get(0).get("id").intValue());
                points = client.next("popped").get("score").intValue();
            }
            for (int third = 0; third < 3; third++) {
                client.send("{\"type\":\"ping\"}").next("score");
                pass(10_000);
            }

            assertThat(client.next("end").get("score").intValue()).isEqualTo(points);
            assertThat(client.closed()).isEqualTo(1000);
            String score = Integer.toString(points);
            assertThat(player.read("/tournaments/" + cup.id() + "/leaderboard"))
                    .extracting(place -> place.get("score").asText())
                    .containsExactly(score);
            assertThat(player.read("/balloons/leaderboard?around=true"))
                    .anySatisfy(place -> assertThat(place.get("score").asText()).isEqualTo(score));
        }
    }

    @Test
    void there_is_no_game_in_a_tournament_that_there_is_not() {
        TestPlayer player = server.newPlayer();
        assertThat(
                        BalloonClient.refusal(
                                http, "?ticket=" + ticket(player) + "&tournament=nothing", own()))
                .isEqualTo(404);
        assertThat(
                        BalloonClient.refusal(
                                http, "?ticket=" + ticket(player) + "&tournament=A%20cup", own()))
                .isEqualTo(404);
    }

    private TournamentDefinition cup() {
        long now = server.clock().millis();
        TournamentDefinition cup =
                TestTournaments.between(now, now + 3_600_000).minigame(BalloonRuns.MINIGAME).done();
        Tournaments tournaments = server.engine().storage().tournaments();
        assertThat(tournaments.create(cup)).isTrue();
        assertThat(tournaments.move(cup.id(), 1, TournamentStage.PUBLISHED)).isTrue();
        return cup;
    }

    private static String query(TestPlayer player, TournamentDefinition cup) {
        return "?ticket=" + ticket(player) + "&tournament=" + cup.id();
    }

    private String own() {
        return "http://" + http.uri("/").getAuthority();
    }

    @Test
    void pops_of_what_cannot_be_popped_are_refused_with_the_reason() {
        try (BalloonClient client = connect(server.newPlayer())) {
            client.next("start");
            pass(500);
            client.next("spawn");

            assertThat(reason(client.pop(50))).isEqualTo("future");
            assertThat(reason(client.pop(61))).isEqualTo("unknown");
            assertThat(reason(client.pop(-1))).isEqualTo("unknown");
            client.pop(1).next("popped");
            assertThat(reason(client.pop(1))).isEqualTo("already_popped");
            pass(1_000);
            client.next(each -> holds(each, 3));
            pass(5_000);
            assertThat(reason(client.pop(3))).isEqualTo("missed");
        }
    }

    private static boolean holds(JsonNode message, int balloon) {
        for (JsonNode each : message.path("balloons")) {
            if (each.get("id").intValue() == balloon) {
                return true;
            }
        }
        return false;
    }

    private static String reason(BalloonClient client) {
        return client.next("refused").get("reason").textValue();
    }

    @Test
    void pops_faster_than_the_rate_are_refused_and_the_connection_stays() {
        try (BalloonClient client = connect(server.newPlayer())) {
            client.next("start");
            pass(3_500);
            client.send("{\"type\":\"ping\"}").next("score");
            pass(4_000);
            client.send("{\"type\":\"ping\"}").next("score");
            int popped = 0;
            for (int id = 1; id <= 15; id++) {
                client.pop(id);
                JsonNode answer = client.next(each -> each.has("id") && !each.has("balloons"));
                popped += answer.get("type").textValue().equals("popped") ? 1 : 0;
            }
            assertThat(popped).isBetween(7, 10);
        }
    }

    @Test
    void only_allowed_origins_connect() {
        TestPlayer player = server.newPlayer();

        assertThat(refusal(player, null)).isEqualTo(403);
        assertThat(refusal(player, "https://evil.example.com")).isEqualTo(403);
        assertThat(refusal(player, "null")).isEqualTo(403);
        assertThat(refusal(player, "http://")).isEqualTo(403);
        assertThat(refusal(player, "https://play.example.com.evil.example")).isEqualTo(403);
        assertThat(refusal(player, FRIEND)).isEqualTo(101);
        assertThat(refusal(player, "http://" + http.uri("/").getAuthority())).isEqualTo(101);
    }

    private int refusal(TestPlayer player, @Nullable String origin) {
        return BalloonClient.refusal(http, "?ticket=" + ticket(player), origin);
    }

    @Test
    void a_ticket_opens_one_connection_and_is_good_for_nothing_else() {
        TestPlayer player = server.newPlayer();
        String ticket = ticket(player);

        assertThat(http.get("/game", "Authorization", "Bearer " + ticket).statusCode())
                .isEqualTo(403);
        assertThat(BalloonClient.refusal(http, "?ticket=" + ticket, FRIEND)).isEqualTo(101);
        assertThat(BalloonClient.refusal(http, "?ticket=" + ticket, FRIEND)).isEqualTo(401);
    }

    @Test
    void an_expired_a_forged_and_no_ticket_are_refused() {
        TestPlayer player = server.newPlayer();
        String ticket = ticket(player);
        pass(91_000);

        assertThat(BalloonClient.refusal(http, "?ticket=" + ticket, FRIEND)).isEqualTo(401);
        assertThat(BalloonClient.refusal(http, "?ticket=" + ticket + "x", FRIEND)).isEqualTo(401);
        assertThat(BalloonClient.refusal(http, "?ticket=", FRIEND)).isEqualTo(401);
        assertThat(BalloonClient.refusal(http, "", FRIEND)).isEqualTo(401);
        String minigame = http.token(TokenKind.MINIGAME, Long.parseLong(player.id()));
        assertThat(BalloonClient.refusal(http, "?token=" + minigame, FRIEND)).isIn(401, 403);
    }

    @Test
    void the_token_of_a_login_connects_as_the_live_client_does() {
        TestPlayer player = server.newPlayer();

        try (BalloonClient client = BalloonClient.connect(http, "?token=" + player.token())) {
            client.next("start");
        }
    }

    @Test
    void a_server_that_takes_no_game_says_when_to_come_again() {
        try (GameServer stopping = GameServer.start()) {
            stopping.http().bean(BalloonGames.class).stop().join();

            HttpResponse<?> refused =
                    BalloonClient.refused(
                            stopping.http(), "?ticket=" + ticket(stopping.newPlayer()));

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    @Test
    void what_does_not_upgrade_is_told_so() {
        assertThat(server.newPlayer().get("/balloons").statusCode()).isEqualTo(426);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{}",
                "[]",
                "null",
                "{\"type\":\"start\"}",
                "{\"type\":\"pop\"}",
                "{\"type\":\"pop\",\"id\":\"1\"}",
                "{\"type\":\"pop\",\"id\":1.5}",
                "{\"type\":\"pop\",\"id\":99999999999999999999}",
                "{\"type\":\"pop\",\"id\":1}{}",
                "{\"type\":5}"
            })
    void an_unknown_message_closes_with_a_policy_code(String message) {
        try (BalloonClient client = connect(server.newPlayer())) {
            client.next("start");

            assertThat(client.send(message).closed()).isEqualTo(1008);
        }
    }

    @Test
    void what_is_no_text_in_one_frame_closes_with_a_policy_code() {
        try (BalloonClient client = connect(server.newPlayer())) {
            client.next("start");
            assertThat(client.sendBinary().closed()).isEqualTo(1008);
        }
        try (BalloonClient client = connect(server.newPlayer())) {
            client.next("start");
            client.trySend("{\"type\":", false);
            assertThat(client.closed()).isEqualTo(1008);
        }
    }

    @Test
    void a_frame_that_is_a_byte_too_long_closes() {
        try (BalloonClient client = connect(server.newPlayer())) {
            client.next("start");
            client.trySend("x".repeat(FrameGuard.BYTES_MAX + 1), true);
            assertThat(client.closed()).isIn(1008, 1009);
        }
    }

    @Test
    void a_frame_of_a_mebibyte_is_not_waited_for() {
        try (BalloonClient client = connect(server.newPlayer())) {
            client.next("start");
            client.trySend("x".repeat(1 << 20), true);
            assertThat(client.closedOrCut()).isIn(1008, 1009, BalloonClient.CUT);
        }
    }

    @Test
    void ten_thousand_messages_at_once_close_the_connection() {
        try (BalloonClient client = connect(server.newPlayer())) {
            client.next("start");
            for (int i = 0; i < 10_000 && client.trySend("{\"type\":\"ping\"}", true); i++) {
                // As fast as it goes.
            }
            assertThat(client.closed()).isEqualTo(1008);
        }
    }

    @Test
    void a_second_connection_ends_the_game_of_the_first_with_its_score() {
        TestPlayer player = server.newPlayer();
        try (BalloonClient first = connect(player)) {
            first.next("start");
            pass(500);
            first.next("spawn");
            long score = first.pop(1).next("popped").get("score").longValue();

            try (BalloonClient second = connect(player)) {
                JsonNode end = first.next("end");
                assertThat(end.get("counted").booleanValue()).isTrue();
                assertThat(end.get("score").longValue()).isEqualTo(score);
                assertThat(first.closed()).isEqualTo(4001);
                assertThat(second.next("start").get("score").longValue()).isZero();
                BalloonState balloons = state(player).balloons();
                assertThat(balloons.live()).isNotNull();
                assertThat(balloons.best()).isEqualTo(score);
            }
        }
    }

    @Test
    void of_many_connections_at_once_the_one_that_stays_counts() {
        TestPlayer player = server.newPlayer();
        List<BalloonClient> clients = new ArrayList<>(Together.run(4, _ -> connect(player)));
        List<BalloonClient> open = new ArrayList<>(clients);
        while (open.size() > 1) {
            BalloonClient.awaitOneClosed(open);
            open.removeIf(BalloonClient::isClosed);
        }
        BalloonClient last = open.getFirst();
        for (int third = 0; third < 3; third++) {
            last.send("{\"type\":\"ping\"}").next("score");
            pass(10_000);
        }

        assertThat(last.next("end").get("counted").booleanValue()).isTrue();
        assertThat(last.closed()).isEqualTo(1000);
        clients.remove(last);
        assertThat(clients).allSatisfy(client -> assertThat(client.closed()).isEqualTo(4001));
    }

    @Test
    void a_game_that_another_server_has_replaced_does_not_count() {
        TestPlayer player = server.newPlayer();
        try (BalloonClient client = connect(player)) {
            client.next("start");
            server.engine()
                    .execute(PlayerId.parse(player.id()), new StartBalloons(new BalloonGameId(1)));
            for (int third = 0; third < 3; third++) {
                // Heard before time goes on: who is silent for so long loses the connection.
                client.send("{\"type\":\"ping\"}").next("score");
                pass(10_000);
            }

            JsonNode end = client.next("end");
            assertThat(end.get("counted").booleanValue()).isFalse();
            assertThat(end.get("reason").textValue()).isEqualTo("balloons_replaced");
        }
    }

    @Test
    void who_is_cut_off_comes_back_with_the_key_and_goes_on() {
        TestPlayer player = server.newPlayer();
        String key;
        try (BalloonClient client = connect(player)) {
            key = client.next("start").get("resumeKey").textValue();
            pass(500);
            client.next("spawn");
            client.pop(1).next("popped");
            client.cut();
        }
        pass(1_000);
        try (BalloonClient client =
                BalloonClient.connect(http, "?ticket=" + ticket(player) + "&resume=" + key)) {
            JsonNode start = client.next("start");
            assertThat(start.get("resumed").booleanValue()).isTrue();
            assertThat(start.get("elapsedMillis").longValue()).isEqualTo(1_500);
            JsonNode up = client.next("spawn").get("balloons");
            assertThat(up.get(0).get("id").intValue()).isEqualTo(2);
            client.pop(2).next("popped");
        }
        assertThat(
                        BalloonClient.refusal(
                                http, "?ticket=" + ticket(player) + "&resume=" + key + "0", FRIEND))
                .isEqualTo(404);
        assertThat(
                        BalloonClient.refusal(
                                http,
                                "?ticket=" + ticket(server.newPlayer()) + "&resume=" + key,
                                FRIEND))
                .isEqualTo(404);
    }

    @Test
    @Timeout(60)
    void who_does_not_come_back_within_five_seconds_has_the_score_so_far() {
        TestPlayer player = server.newPlayer();
        long score;
        String key;
        try (BalloonClient client = connect(player)) {
            key = client.next("start").get("resumeKey").textValue();
            pass(500);
            client.next("spawn");
            score = client.pop(1).next("popped").get("score").longValue();
        }
        LiveGame game = http.bean(BalloonGames.class).resume(PlayerId.parse(player.id()), key);
        // The server finds out on its own that the connection is gone; until then time stands.
        while (game.isConnected()) {
            Thread.onSpinWait();
        }
        pass(5_000);
        game.settled().orTimeout(20, TimeUnit.SECONDS).join();

        assertThat(state(player).balloons().live()).isNull();
        assertThat(state(player).wallet().funz()).isEqualTo(20 * score);
        assertThat(
                        BalloonClient.refusal(
                                http, "?ticket=" + ticket(player) + "&resume=" + key, FRIEND))
                .isEqualTo(404);
    }

    @Test
    void silence_closes_the_connection() {
        try (BalloonClient client = connect(server.newPlayer())) {
            client.next("start");
            pass(15_000);

            assertThat(client.closed()).isEqualTo(4002);
        }
    }

    @Test
    void who_was_silent_until_the_end_hears_the_result() {
        try (BalloonClient client = connect(server.newPlayer())) {
            client.next("start");
            pass(30_000);

            assertThat(client.next("end").get("counted").booleanValue()).isTrue();
            assertThat(client.closed()).isEqualTo(1000);
        }
    }

    @Test
    void a_server_that_stops_keeps_results() {
        GameServer own = GameServer.start();
        TestPlayer player = own.newPlayer();
        try (BalloonClient client =
                BalloonClient.connect(own.http(), "?ticket=" + ticket(player))) {
            client.next("start");
            own.clock().advance(Duration.ofMillis(500));
            client.next("spawn");
            client.pop(1).next("popped");

            own.close();

            assertThat(client.next("end").get("counted").booleanValue()).isTrue();
            assertThat(client.closed()).isEqualTo(1001);
        }
    }
}
