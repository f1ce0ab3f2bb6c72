package com.luckyfunatic.server.tournament;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.testkit.TestTournaments;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentPlans;
import com.luckyfunatic.engine.tournament.TournamentRefunds;
import com.luckyfunatic.engine.tournament.TournamentScores;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tournaments over HTTP. */
@ExtendWith(SharedGameServer.class)
class TournamentHttpTest {
    private static final long FEE = 30;

    private final GameServer server;
    private final TestPlayer player;

    TournamentHttpTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer(90, 0);
    }

    private Tournaments stored() {
        return server.engine().storage().tournaments();
    }

    private TestTournaments.Sketch open() {
        long now = server.clock().millis();
        return TestTournaments.between(now, now + Duration.ofHours(2).toMillis());
    }

    private TournamentDefinition published(TestTournaments.Sketch sketch) {
        TournamentDefinition cup = sketch.done();
        assertThat(stored().create(cup)).isTrue();
        assertThat(stored().move(cup.id(), 1, TournamentStage.PUBLISHED)).isTrue();
        return cup;
    }

    private static String path(TournamentDefinition cup, String rest) {
        return "/tournaments/" + cup.id() + rest;
    }

    private static String fee(long fee) {
        return "{\"expectedFee\":" + fee + "}";
    }

    private static HttpResponse<String> enter(TestPlayer who, TournamentDefinition cup, long fee) {
        return who.post(path(cup, "/enter"), fee(fee));
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
        assertThat(json(response).get("retriable").booleanValue()).isFalse();
    }

    @Test
    void a_tournament_is_shown_with_its_window_fee_seats_and_pool() {
        TournamentDefinition cup =
                published(open().fee(FEE).seats(2, 10).requiring(new Requirement.ReachRank(1)));

        JsonNode data = player.read(path(cup, ""));

        assertThat(data.get("tournamentId").textValue()).isEqualTo(cup.id().value());
        assertThat(data.get("gameId").textValue()).isEqualTo("stars");
        assertThat(data.get("state").textValue()).isEqualTo("open");
        assertThat(Instant.parse(data.get("opensAt").textValue()).toEpochMilli())
                .isEqualTo(cup.opensAtMillis());
        assertThat(Instant.parse(data.get("closesAt").textValue()).toEpochMilli())
                .isEqualTo(cup.closesAtMillis());
        assertThat(data.get("scoring").textValue()).isEqualTo("best");
        assertThat(data.get("direction").textValue()).isEqualTo("higher");
        assertThat(data.get("entryFee").longValue()).isEqualTo(FEE);
        assertThat(data.get("currency").textValue()).isEqualTo("funz");
        assertThat(data.get("entriesPerPlayer").intValue()).isEqualTo(2);
        assertThat(data.get("seats").intValue()).isEqualTo(10);
        assertThat(data.get("seatsLeft").longValue()).isEqualTo(10);
        assertThat(data.get("myEntries").intValue()).isZero();
        assertThat(data.get("isDisqualified").booleanValue()).isFalse();
        assertThat(data.get("requirements"))
                .hasToString("[{\"type\":\"rank\",\"rank\":1,\"isMissing\":false}]");
        assertThat(player.read(path(cup, "/requirements")).get("isMet").booleanValue()).isTrue();
    }

    @Test
    void an_entry_takes_the_fee_and_grows_the_pool() {
        TournamentDefinition cup = published(open().fee(FEE).seats(1, 10));

        JsonNode data = TestPlayer.data(enter(player, cup, FEE));

        assertThat(data.get("paid").longValue()).isEqualTo(FEE);
        assertThat(data.get("currency").textValue()).isEqualTo("funz");
        assertThat(data.at("/funz/currentFunzBalance").longValue()).isEqualTo(90 - FEE);
        assertThat(data.get("tournamentId").textValue()).isEqualTo(cup.id().value());
        assertThat(data.get("number").longValue()).isOne();
        JsonNode after = player.read(path(cup, ""));
        assertThat(after.get("myEntries").intValue()).isOne();
        assertThat(after.get("seatsLeft").longValue()).isEqualTo(9);
        assertThat(after.get("prizePool").longValue()).isEqualTo(FEE);
        assertThat(player.read(path(cup, "/prize-pool")))
                .hasToString(
                        "{\"currency\":\"funz\",\"collected\":30,\"feeBps\":0,\"guaranteed\":0,"
                                + "\"pool\":30,\"prizes\":[{\"from\":1,\"to\":1,\"amount\":15}]}");
    }

    @Test
    void a_repeat_of_an_entry_gives_the_first_answer() {
        TournamentDefinition cup = published(open().fee(FEE).seats(2, 10));
        String path = path(cup, "/enter");
        String key = "enter-" + cup.id();

        HttpResponse<String> first = player.postWithKey(path, fee(FEE), key);
        TestPlayer.data(enter(server.newPlayer(FEE, 0), cup, FEE));
        TestPlayer.data(enter(player, cup, FEE));
        HttpResponse<String> again = player.postWithKey(path, fee(FEE), key);
        HttpResponse<String> other = player.postWithKey(path, fee(FEE + 1), key);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Hit")).contains("true");
        assertRefused(other, 422, "idempotency_key_reused");
        assertThat(player.read(path(cup, "")).get("entries").longValue()).isEqualTo(3);
    }

    @Test
    void who_cannot_enter_is_told_why_and_pays_nothing() {
        long now = server.clock().millis();
        TournamentDefinition later =
                published(TestTournaments.between(now + 60_000, now + 90_000).fee(FEE));
        TournamentDefinition over =
                published(TestTournaments.between(now - 90_000, now - 1_000).fee(FEE));
        TournamentDefinition ranked =
                published(open().fee(FEE).requiring(new Requirement.ReachRank(9)));
        TournamentDefinition dear = published(open().fee(91));
        TournamentDefinition cup = published(open().fee(FEE));
        JsonNode before = player.lastingState();

        assertRefused(enter(player, later, FEE), 422, "tournament_not_open");
        assertRefused(enter(player, over, FEE), 422, "tournament_not_open");
        assertRefused(enter(player, ranked, FEE), 422, "requirements_not_met");
        assertRefused(enter(player, dear, 91), 422, "insufficient_funds");
        HttpResponse<String> changed = enter(player, cup, FEE - 1);
        assertRefused(changed, 422, "price_changed");
        assertThat(json(changed).get("actual").longValue()).isEqualTo(FEE);
        assertRefused(enter(player, open().done(), FEE), 404, "unknown_tournament");

        assertThat(player.lastingState()).isEqualTo(before);
        assertThat(json(enter(player, later, FEE)).get("cancelled").booleanValue()).isFalse();
        assertThat(player.read(path(later, "")).get("state").textValue()).isEqualTo("scheduled");
        assertThat(player.read(path(over, "")).get("state").textValue()).isEqualTo("closing");
    }

    @Test
    void a_second_entry_and_one_too_many_are_refused() {
        TournamentDefinition cup = published(open().fee(FEE).seats(1, 2));
        TestPlayer.data(enter(player, cup, FEE));

        HttpResponse<String> twice = enter(player, cup, FEE);
        assertRefused(twice, 422, "already_entered");
        assertThat(json(twice).get("limit").intValue()).isOne();
        TestPlayer.data(enter(server.newPlayer(50, 0), cup, FEE));
        HttpResponse<String> full = enter(server.newPlayer(50, 0), cup, FEE);
        assertRefused(full, 422, "tournament_full");
        assertThat(json(full).get("seats").intValue()).isEqualTo(2);
    }

    @Test
    void of_fifty_callers_at_once_ten_get_the_ten_seats() {
        TournamentDefinition cup = published(open().fee(FEE).seats(1, 10));
        List<TestPlayer> players =
                Stream.generate(() -> server.newPlayer(40, 0)).limit(50).toList();

        List<Integer> statuses =
                Together.run(50, i -> enter(players.get(i), cup, FEE).statusCode());

        assertThat(statuses.stream().filter(each -> each == 200)).hasSize(10);
        assertThat(statuses.stream().filter(each -> each == 422)).hasSize(40);
        JsonNode data = player.read(path(cup, ""));
        assertThat(data.get("entries").longValue()).isEqualTo(10);
        assertThat(data.get("seatsLeft").longValue()).isZero();
        assertThat(data.get("prizePool").longValue()).isEqualTo(10 * FEE);
    }

    @Test
    void what_was_paid_in_a_cancelled_one_comes_back() {
        TournamentDefinition cup = published(open().fee(FEE));
        TestPlayer.data(enter(player, cup, FEE));
        TournamentRefunds refunds = new TournamentRefunds(server.engine());

        refunds.cancel(cup.id());
        refunds.refund();
        refunds.refund();

        assertThat(player.game().at("/funz/currentFunzBalance").longValue()).isEqualTo(90);
        assertThat(player.read(path(cup, "")).get("state").textValue()).isEqualTo("cancelled");
        HttpResponse<String> late = enter(server.newPlayer(50, 0), cup, FEE);
        assertRefused(late, 422, "tournament_not_open");
        assertThat(json(late).get("cancelled").booleanValue()).isTrue();
        JsonNode entry = player.read("/tournaments/history").get(0);
        assertThat(entry.get("tournamentId").textValue()).isEqualTo(cup.id().value());
        assertThat(entry.get("isRefunded").booleanValue()).isTrue();
        assertThat(entry.get("state").textValue()).isEqualTo("cancelled");
    }

    @Test
    void the_history_is_the_players_own_in_pages() {
        List<String> entered = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            server.clock().advance(Duration.ofSeconds(1));
            TournamentDefinition cup = published(open());
            TestPlayer.data(enter(player, cup, 0));
            entered.addFirst(cup.id().value());
        }

        JsonNode first = json(player.get("/tournaments/history?limit=2"));
        String cursor = first.get("nextCursor").textValue();
        JsonNode second = json(player.get("/tournaments/history?limit=2&cursor=" + cursor));

        assertThat(
                        List.of(
                                first.at("/data/0/tournamentId").textValue(),
                                first.at("/data/1/tournamentId").textValue(),
                                second.at("/data/0/tournamentId").textValue()))
                .isEqualTo(entered);
        assertThat(second.get("nextCursor").isNull()).isTrue();
        assertRefused(
                server.newPlayer().get("/tournaments/history?cursor=" + cursor),
                400,
                "invalid_cursor");
    }

    @Test
    void lists_leave_out_drafts_and_go_on_by_cursor() {
        TournamentDefinition draft = open().done();
        stored().create(draft);
        TournamentDefinition one = published(open());
        TournamentDefinition two = published(open());
        List<String> listed = new ArrayList<>();
        JsonNode page = json(player.get("/tournaments?limit=1"));
        while (true) {
            page.get("data").forEach(each -> listed.add(each.get("tournamentId").textValue()));
            if (page.get("nextCursor").isNull()) {
                break;
            }
            page =
                    json(
                            player.get(
                                    "/tournaments/?limit=1&cursor="
                                            + page.get("nextCursor").textValue()));
        }

        assertThat(listed)
                .contains(one.id().value(), two.id().value())
                .doesNotContain(draft.id().value())
                .doesNotHaveDuplicates();
        assertRefused(player.get(path(draft, "")), 404, "unknown_tournament");
    }

    @Test
    void the_leaderboard_is_shown_from_the_top_by_cursor_and_around_the_player() {
        TournamentDefinition cup = published(open());
        List<TestPlayer> players = Stream.generate(server::newPlayer).limit(5).toList();
        TournamentScores scores = new TournamentScores(server.engine().storage());
        long now = server.clock().millis();
        for (int i = 0; i < 5; i++) {
            TestPlayer.data(enter(players.get(i), cup, 0));
            scores.submit(
                    cup.id(), PlayerId.parse(players.get(i).id()), 1, now, 100 - 10L * i, now);
        }
        String board = path(cup, "/leaderboard");

        JsonNode top = json(players.get(3).get(board + "?limit=2"));
        JsonNode next =
                json(
                        players.get(3)
                                .get(
                                        board
                                                + "?limit=2&cursor="
                                                + top.get("nextCursor").textValue()));
        JsonNode around = json(players.get(3).get(board + "?around=me&limit=3"));

        assertThat(top.at("/data/0/playerId").textValue()).isEqualTo(players.getFirst().id());
        assertThat(top.at("/data/0/rank").intValue()).isOne();
        assertThat(top.at("/data/0/firstName").textValue()).isNotEmpty();
        assertThat(top.at("/data/0/score").textValue()).isEqualTo("100");
        assertThat(top.at("/players").intValue()).isEqualTo(5);
        assertThat(top.at("/me/rank").intValue()).isEqualTo(4);
        assertThat(next.at("/data/1/isMe").booleanValue()).isTrue();
        assertThat(next.at("/data/0/rank").intValue()).isEqualTo(3);
        assertThat(around.at("/data/0/rank").intValue()).isEqualTo(3);
        assertThat(around.at("/data/2/rank").intValue()).isEqualTo(5);
        assertThat(json(player.get(board + "?around=me")).get("data")).isEmpty();
        assertThat(json(player.get(board)).get("me").isNull()).isTrue();
        assertRefused(player.get(board + "?around=you"), 400, "validation_failed");
        assertRefused(
                player.get(
                        path(published(open()), "/leaderboard")
                                + "?cursor="
                                + top.get("nextCursor").textValue()),
                400,
                "invalid_cursor");
    }

    @Test
    void who_is_out_cannot_enter_again() {
        TournamentDefinition cup = published(open().fee(FEE).seats(2, 0));
        TestPlayer.data(enter(player, cup, FEE));
        new TournamentPlans(server.engine().storage())
                .disqualify(
                        cup.id(),
                        PlayerId.parse(player.id()),
                        new Disqualification("too fast", "ann", server.clock().millis()));

        assertRefused(enter(player, cup, FEE), 422, "disqualified");
        assertThat(player.read(path(cup, "")).get("isDisqualified").booleanValue()).isTrue();
        assertThat(player.read("/tournaments/history").at("/0/isDisqualified").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"expectedFee\":null}",
                "{\"expectedFee\":-1}",
                "{\"expectedFee\":9007199254740992}",
                "{\"expectedFee\":\"30\"}",
                "{\"expectedFee\":30.5}"
            })
    void a_fee_that_is_none_is_not_taken(String body) {
        TournamentDefinition cup = published(open().fee(FEE));

        HttpResponse<String> refused = player.post(path(cup, "/enter"), body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(player.read(path(cup, "")).get("entries").longValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nope", "no-such", "no_such"})
    void a_tournament_that_there_is_not_is_unknown(String id) {
        for (String rest : List.of("", "/requirements", "/prize-pool", "/leaderboard")) {
            assertRefused(player.get("/tournaments/" + id + rest), 404, "unknown_tournament");
        }
        assertRefused(
                player.post("/tournaments/" + id + "/enter", fee(0)), 404, "unknown_tournament");
    }
}
