package com.luckyfunatic.server.minigame;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.Minigames;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.TestTournaments;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of a minigame can do over HTTP, and what it cannot. */
class MinigameHttpTest {
    private static final String OLD_KEY = "q7Vd02kZr5TnXb8sLw3mYc6Hf9Jp1GaE";
    private static final String KEY = "Zk4w9QeT1xMv7Rb2nUh5Ld8sYc3Pf6Ja0G";
    private static final String COMETS_KEY = "cN4vB8mK2xQ7wE1rT5yU9iO3pA6sD0fG";
    private static final Duration PLAYED = Duration.ofSeconds(20);

    private static GameServer server;

    @BeforeAll
    static void start() {
        server =
                GameServer.start(
                        Map.of(
                                "FUNATIC_MINIGAME_KEYS",
                                "stars:" + KEY + ",stars:" + OLD_KEY + ",comets:" + COMETS_KEY),
                        TestCatalogs.full());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A minigame's page that a player has opened. */
    private record GamePage(TestPlayer player, String token, String key) {
        static GamePage open(TestPlayer player, String game, String key) {
            JsonNode data = player.send("/toy-box/games/" + game + "/token", "{}");
            assertThat(data.get("gameId").textValue()).isEqualTo(game);
            return new GamePage(player, data.get("token").textValue(), key);
        }

        HttpResponse<String> post(String path, String body, String... headers) {
            return server.http().post(path, body, with(headers));
        }

        HttpResponse<String> get(String path, String... headers) {
            return server.http().get(path, with(headers));
        }

        private String[] with(String... headers) {
            String[] all = new String[headers.length + 4];
            all[0] = "Authorization";
            all[1] = "Bearer " + token;
            all[2] = "X-Api-Key";
            all[3] = key;
            System.arraycopy(headers, 0, all, 4, headers.length);
            return all;
        }

        JsonNode run() {
            return TestPlayer.data(post("/minigames/stars/runs", "{}"));
        }

        HttpResponse<String> score(JsonNode run, String score, String... headers) {
            return post(
                    "/minigames/stars/runs/" + run.get("runId").textValue() + "/score",
                    "{\"runToken\":\"%s\",\"score\":%s}"
                            .formatted(run.get("runToken").textValue(), score),
                    headers);
        }

        JsonNode scored(JsonNode run, int score) {
            server.clock().advance(PLAYED);
            return TestPlayer.data(score(run, Integer.toString(score)));
        }
    }

    private static GamePage page() {
        return GamePage.open(server.newPlayer(), "stars", KEY);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
    }

    @Test
    void a_player_sees_the_minigames() {
        TestPlayer player = server.newPlayer();

        JsonNode games = player.read("/toy-box/games/");

        assertThat(games.findValuesAsText("id")).containsExactly("stars", "comets");
        assertThat(games.get(0))
                .hasToString(
                        "{\"id\":\"stars\",\"name\":\"Stars\",\"description\":\"Catch"
                                + " them.\",\"url\":\"/games/stars/index.html\","
                                + "\"image\":\"/games/stars/icon.svg\",\"minDurationSeconds\":5,"
                                + "\"maxDurationSeconds\":60,\"maxScore\":500,\"scoring\":\"best\","
                                + "\"direction\":\"higher\"}");
        assertThat(player.read("/toy-box/games/stars")).isEqualTo(games.get(0));
        assertRefused(player.get("/toy-box/games/moons"), 404, "unknown_minigame");
        assertRefused(player.get("/toy-box/games/No-Name"), 404, "unknown_minigame");
        assertRefused(player.post("/toy-box/games/moons/token", "{}"), 404, "unknown_minigame");
    }

    @Test
    void a_games_page_reads_its_own_game() {
        assertThat(TestPlayer.data(page().get("/toy-box/games/stars")).get("name").textValue())
                .isEqualTo("Stars");
    }

    @Test
    void a_run_is_started_scored_and_stands_on_the_board() {
        GamePage page = page();

        JsonNode run = page.run();
        assertThat(run.get("seed").longValue()).isNotNegative();
        assertThat(run.get("tournamentId").isNull()).isTrue();
        JsonNode scored = page.scored(run, 120);

        assertThat(scored.get("status").textValue()).isEqualTo("accepted");
        assertThat(scored.get("score").intValue()).isEqualTo(120);
        assertThat(scored.get("flag").isNull()).isTrue();
        assertThat(scored.at("/standing/score").intValue()).isEqualTo(120);
        assertThat(scored.at("/standing/isMe").booleanValue()).isTrue();
        assertThat(scored.at("/standing/firstName").textValue()).isEqualTo("Ada");
    }

    @Test
    void a_start_with_the_same_key_is_the_same_run() {
        GamePage page = page();
        HttpResponse<String> first =
                page.post("/minigames/stars/runs", "{}", "Idempotency-Key", "run-1");
        HttpResponse<String> again =
                page.post("/minigames/stars/runs", "{}", "Idempotency-Key", "run-1");

        assertThat(json(again).get("data")).isEqualTo(json(first).get("data"));
        assertThat(first.headers().firstValue("Idempotency-Hit")).isEmpty();
        assertThat(first.headers().firstValue("Idempotency-Key")).hasValue("run-1");
        assertThat(again.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertThat(page.post("/minigames/stars/runs", "{}").headers().firstValue("Idempotency-Key"))
                .isPresent();
    }

    @Test
    void a_score_that_is_sent_again_gets_the_first_answer() {
        GamePage page = page();
        JsonNode run = page.run();
        JsonNode first = page.scored(run, 80);
        GamePage better = page();
        better.scored(better.run(), 90);
        server.clock().advance(Duration.ofMinutes(5));

        HttpResponse<String> again = page.score(run, "80");

        for (String own : new String[] {"runId", "score", "status", "flag"}) {
            assertThat(json(again).get("data").get(own)).as(own).isEqualTo(first.get(own));
        }
        assertThat(json(again).at("/data/standing/rank").intValue())
                .as("as of now")
                .isEqualTo(first.at("/standing/rank").intValue() + 1);
        assertThat(again.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertRefused(page.score(run, "81"), 409, "run_scored");
    }

    @ParameterizedTest
    @CsvSource({
        "501, 55, above_max",
        "10, 4, too_fast",
        "250, 20, too_much_per_second",
    })
    void a_score_that_is_not_plausible_is_flagged_and_counts_nowhere(
            int score, int seconds, String flag) {
        GamePage page = page();
        JsonNode run = page.run();
        server.clock().advance(Duration.ofSeconds(seconds));

        JsonNode answer = TestPlayer.data(page.score(run, Integer.toString(score)));

        assertThat(answer.get("status").textValue()).isEqualTo("flagged");
        assertThat(answer.get("flag").textValue()).isEqualTo(flag);
        assertThat(answer.get("standing").isNull()).isTrue();
    }

    @Test
    void a_flagged_score_counts_when_it_is_approved() {
        GamePage page = page();
        JsonNode run = page.run();
        JsonNode flagged = page.scored(run, 499);

        MinigameRun reviewed =
                server.http()
                        .bean(Minigames.class)
                        .review(
                                Long.parseLong(flagged.get("runId").textValue()),
                                new RunReview(true, "ada", "seen", server.clock().millis()))
                        .orElseThrow();

        assertThat(reviewed.step()).hasToString("APPROVED");
        JsonNode now = TestPlayer.data(page.score(run, "499"));
        assertThat(now.get("status").textValue()).isEqualTo("approved");
        assertThat(now.at("/standing/rank").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "9007199254740992",
                "99999999999999999999",
                "1.5",
                "\"7\"",
                "null",
                "NaN",
                "true",
                "[]"
            })
    void a_score_that_is_no_amount_is_400(String score) {
        GamePage page = page();
        JsonNode run = page.run();
        server.clock().advance(PLAYED);

        assertThat(page.score(run, score).statusCode()).isEqualTo(400);
        assertThat(TestPlayer.data(page.score(run, "7")).get("status").textValue())
                .isEqualTo("accepted");
    }

    @Test
    void a_run_whose_time_is_over_gets_no_score() {
        GamePage page = page();
        JsonNode run = page.run();
        server.clock().advance(Duration.ofSeconds(61));

        assertRefused(page.score(run, "7"), 422, "run_expired");
    }

    @Test
    void each_kind_of_wrong_run_token_has_its_own_code() {
        GamePage page = page();
        JsonNode run = page.run();
        JsonNode other = page.run();
        GamePage stranger = page();
        String path = "/minigames/stars/runs/" + run.get("runId").textValue() + "/score";
        String body = "{\"runToken\":\"%s\",\"score\":1}";

        assertRefused(page.post(path, body.formatted("forged")), 403, "run_token_invalid");
        assertRefused(
                page.post(path, body.formatted(run.get("runToken").textValue() + "A")),
                403,
                "run_token_invalid");
        assertRefused(
                page.post(path, body.formatted(other.get("runToken").textValue())),
                403,
                "run_token_invalid");
        assertRefused(stranger.score(run, "1"), 403, "not_your_run");
        assertRefused(page.post(path, "{\"score\":1}"), 400, "validation_failed");
    }

    @Test
    void the_run_of_one_game_is_nothing_to_another() {
        TestPlayer player = server.newPlayer();
        JsonNode run = GamePage.open(player, "stars", KEY).run();
        GamePage comets = GamePage.open(player, "comets", COMETS_KEY);
        server.clock().advance(PLAYED);

        assertRefused(
                comets.post(
                        "/minigames/comets/runs/" + run.get("runId").textValue() + "/score",
                        "{\"runToken\":\"%s\",\"score\":1}"
                                .formatted(run.get("runToken").textValue())),
                403,
                "wrong_minigame");
    }

    @Test
    void five_runs_are_open_at_most() {
        GamePage page = page();
        for (int i = 0; i < Minigames.OPEN_RUNS_MAX; i++) {
            page.run();
        }

        HttpResponse<String> sixth = page.post("/minigames/stars/runs", "{}");

        assertRefused(sixth, 422, "too_many_runs");
        assertThat(json(sixth).get("max").intValue()).isEqualTo(5);
    }

    private static TournamentDefinition cup(String minigame) {
        long now = server.clock().millis();
        TournamentDefinition cup =
                TestTournaments.between(now, now + PLAYED.toMillis() + 1)
                        .minigame(new MinigameId(minigame))
                        .done();
        Tournaments tournaments = server.engine().storage().tournaments();
        assertThat(tournaments.create(cup)).isTrue();
        assertThat(tournaments.move(cup.id(), 1, TournamentStage.PUBLISHED)).isTrue();
        return cup;
    }

    private static HttpResponse<String> start(GamePage page, TournamentDefinition cup) {
        return page.post("/minigames/stars/runs", "{\"tournamentId\":\"" + cup.id() + "\"}");
    }

    private static void enter(GamePage page, TournamentDefinition cup) {
        page.player().send("/tournaments/" + cup.id() + "/enter", "{\"expectedFee\":0}");
    }

    @Test
    void a_score_of_a_run_in_a_tournament_stands_on_its_board() {
        GamePage page = page();
        TournamentDefinition cup = cup("stars");
        assertRefused(start(page, cup), 422, "not_entered");
        enter(page, cup);

        JsonNode run = TestPlayer.data(start(page, cup));
        assertThat(run.get("tournamentId").textValue()).isEqualTo(cup.id().value());
        page.scored(run, 120);

        JsonNode board = page.player().read("/tournaments/" + cup.id() + "/leaderboard");
        assertThat(board).hasSize(1);
        assertThat(board.get(0).get("score").textValue()).isEqualTo("120");
    }

    @Test
    void a_run_that_was_started_before_the_end_counts_within_the_grace_and_no_other() {
        GamePage page = page();
        TournamentDefinition cup = cup("stars");
        enter(page, cup);
        JsonNode run = TestPlayer.data(start(page, cup));
        JsonNode late = TestPlayer.data(start(page, cup));
        server.clock().advance(PLAYED);
        page.scored(run, 80);
        assertRefused(start(page, cup), 422, "tournament_not_open");
        server.clock().advance(TournamentDefinition.GRACE);
        assertRefused(page.score(late, "90"), 422, "run_expired");

        JsonNode board = page.player().read("/tournaments/" + cup.id() + "/leaderboard");

        assertThat(board).hasSize(1);
        assertThat(board.get(0).get("score").textValue()).isEqualTo("80");
    }

    @Test
    void tournaments_of_a_game_are_listed_for_its_players_and_its_page() {
        GamePage page = page();
        TournamentDefinition own = cup("stars");
        TournamentDefinition others = cup("star_catcher");

        JsonNode listed = page.player().read("/toy-box/games/stars/tournaments?limit=100");

        assertThat(listed.findValuesAsText("tournamentId"))
                .contains(own.id().value())
                .doesNotContain(others.id().value());
        assertThat(TestPlayer.data(page.get("/toy-box/games/stars/tournaments?limit=100")))
                .isEqualTo(listed);
        assertRefused(start(page, others), 404, "unknown_tournament");
        assertRefused(
                page.player().get("/toy-box/games/moons/tournaments"), 404, "unknown_minigame");
    }

    @Test
    void a_tournament_that_there_is_not_has_no_runs() {
        assertRefused(
                page().post("/minigames/stars/runs", "{\"tournamentId\":\"cup\"}"),
                404,
                "unknown_tournament");
    }

    @Test
    void the_board_is_read_from_the_top_by_page_and_around_the_player() {
        GamePage last = page();
        last.scored(last.run(), 1);
        for (int i = 0; i < 4; i++) {
            GamePage page = page();
            page.scored(page.run(), 20 + i);
        }

        HttpResponse<String> first = last.get("/minigames/stars/leaderboard?limit=2");
        JsonNode top = json(first);
        assertThat(top.get("data")).hasSize(2);
        assertThat(top.at("/data/0/rank").intValue()).isEqualTo(1);
        assertThat(top.get("players").intValue()).isGreaterThanOrEqualTo(5);
        assertThat(top.at("/me/score").intValue()).isEqualTo(1);
        String cursor = top.get("nextCursor").textValue();
        JsonNode second = json(last.get("/minigames/stars/leaderboard?limit=2&cursor=" + cursor));
        assertThat(second.at("/data/0/rank").intValue()).isEqualTo(3);

        JsonNode around = json(last.get("/minigames/stars/leaderboard?around=true&limit=3"));
        assertThat(around.get("data")).hasSize(3);
        assertThat(around.at("/data/2/isMe").booleanValue()).isTrue();
        assertThat(around.get("nextCursor").isNull()).isTrue();

        assertRefused(
                last.get("/minigames/stars/leaderboard?cursor=x" + cursor), 400, "invalid_cursor");
        assertRefused(last.get("/minigames/stars/leaderboard?limit=101"), 400, "validation_failed");
    }

    @Test
    void two_keys_are_good_during_a_rotation_and_no_other() {
        GamePage page = page();
        for (String key : new String[] {KEY, OLD_KEY}) {
            assertThat(board(page, key).statusCode()).isEqualTo(200);
        }
        assertRefused(board(page, "example-key-of-the-star-catcher-00"), 401, "api_key_invalid");
        assertThat(board(page, KEY + "x").headers().firstValue("WWW-Authenticate"))
                .hasValue("ApiKey");
    }

    private static HttpResponse<String> board(GamePage page, String key) {
        return server.http()
                .get(
                        "/minigames/stars/leaderboard",
                        "Authorization",
                        "Bearer " + page.token(),
                        "X-Api-Key",
                        key);
    }

    @Test
    void a_token_is_over_after_some_minutes() {
        GamePage page = page();
        server.clock().advance(Duration.ofMinutes(17));

        assertRefused(page.get("/minigames/stars/leaderboard"), 401, "token_expired");
    }

    @Test
    void a_page_in_a_sandbox_may_call_and_other_origins_may_not() {
        HttpResponse<String> asked = preflight("null", "POST", "/minigames/stars/runs");

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).hasValue("null");
        assertThat(asked.headers().allValues("Access-Control-Allow-Headers").toString())
                .containsIgnoringCase("x-api-key");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
        GamePage page = page();
        HttpResponse<String> run = page.post("/minigames/stars/runs", "{}", "Origin", "null");
        assertThat(run.headers().firstValue("Access-Control-Allow-Origin")).hasValue("null");

        for (String origin : new String[] {"https://evil.test", "null"}) {
            String path = origin.equals("null") ? "/game" : "/minigames/stars/runs";
            assertThat(allowed(preflight(origin, "POST", path)))
                    .as(origin + " at " + path)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/toy-box/games/stars", "/toy-box/games/stars/tournaments"})
    void what_is_for_a_games_page_too_can_be_read_in_its_sandbox(String path) {
        assertThat(allowed(preflight("null", "GET", path))).hasValue("null");
        HttpResponse<String> read = page().get(path, "Origin", "null");
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(allowed(read)).hasValue("null");

        assertThat(allowed(preflight("null", "GET", "/toy-box/games"))).isEmpty();
        assertThat(allowed(preflight("https://evil.test", "GET", path))).isEmpty();
    }

    private static Optional<String> allowed(HttpResponse<String> answer) {
        return answer.headers().firstValue("Access-Control-Allow-Origin");
    }

    private static HttpResponse<String> preflight(String origin, String method, String path) {
        return server.http()
                .send(
                        server.http()
                                .request(path)
                                .header("Origin", origin)
                                .header("Access-Control-Request-Method", method)
                                .header(
                                        "Access-Control-Request-Headers",
                                        "authorization,content-type,x-api-key")
                                .method("OPTIONS", BodyPublishers.noBody()));
    }
}
