package com.luckyfunatic.server.platform;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.prize.PrizeKind;
import com.luckyfunatic.engine.prize.PrizeRange;
import com.luckyfunatic.engine.prize.PrizeTable;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.TestTournaments;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentRefunds;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The prize pools that the platform reads, over HTTP. */
class PlatformPrizePoolHttpTest {
    private static final String TOKEN = "5f0c1d7e9b2a4c6d8e3f1a0b7c9d2e4f";
    private static final String POOLS = "/laravel/prize-pools";
    private static final long FEE = 33;

    private static GameServer server;

    @BeforeAll
    static void start() {
        server = GameServer.start(Map.of("LARAVEL_API_TOKEN", TOKEN), TestCatalogs.full());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String path, String token) {
        return server.http().get(path, "Authorization", "Bearer " + token);
    }

    private static JsonNode list(String query) {
        HttpResponse<String> response = get(POOLS + query, TOKEN);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    private static JsonNode pool(TournamentDefinition cup) {
        return pool(cup.id().value());
    }

    private static JsonNode pool(String tournament) {
        return TestPlayer.data(get(POOLS + "/" + tournament, TOKEN));
    }

    private static List<String> names(JsonNode page) {
        return page.get("data")
                .valueStream()
                .map(each -> each.get("tournamentId").textValue())
                .toList();
    }

    /** All tournaments of a list that is read in pages of {@code limit}. */
    private static List<String> all(String query, int limit) {
        List<String> all = new ArrayList<>();
        JsonNode page = list("?limit=" + limit + query);
        while (page.get("nextCursor").isTextual()) {
            assertThat(page.get("data")).hasSize(limit);
            all.addAll(names(page));
            page =
                    list(
                            "?limit="
                                    + limit
                                    + query
                                    + "&cursor="
                                    + page.get("nextCursor").textValue());
        }
        assertThat(page.get("data")).hasSizeLessThanOrEqualTo(limit);
        all.addAll(names(page));
        return all;
    }

    private static Tournaments stored() {
        return server.engine().storage().tournaments();
    }

    /** Of the fees a tenth is kept, and half of the rest is the winner's. */
    private static TournamentDefinition draft(long opensIn, long closesIn) {
        long now = server.clock().millis();
        TournamentDefinition cup =
                new TournamentDefinition(
                        TestTournaments.unusedId(),
                        "Cup",
                        new MinigameId("stars"),
                        now + opensIn,
                        now + closesIn,
                        new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER),
                        Currency.FUNZ,
                        FEE,
                        1,
                        TournamentDefinition.UNLIMITED,
                        List.of(),
                        new PrizeTable(
                                Currency.FUNZ,
                                1_000,
                                20,
                                PrizeKind.SHARES,
                                List.of(new PrizeRange(1, 1, 5_000), new PrizeRange(2, 3, 2_500))));
        assertThat(stored().create(cup)).isTrue();
        return cup;
    }

    private static TournamentDefinition published(long opensIn, long closesIn) {
        TournamentDefinition cup = draft(opensIn, closesIn);
        move(cup, TournamentStage.PUBLISHED);
        return cup;
    }

    private static TournamentDefinition open() {
        return published(0, Duration.ofHours(2).toMillis());
    }

    private static void move(TournamentDefinition cup, TournamentStage... stages) {
        for (TournamentStage next : stages) {
            long version = stored().find(cup.id()).orElseThrow().version();
            assertThat(stored().move(cup.id(), version, next)).isTrue();
        }
    }

    private static void enter(TournamentDefinition cup, int players) {
        for (int i = 0; i < players; i++) {
            TestPlayer.data(
                    server.newPlayer(FEE, 0)
                            .post(
                                    "/tournaments/" + cup.id() + "/enter",
                                    "{\"expectedFee\":" + FEE + "}"));
        }
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
    }

    @Test
    void the_pool_of_an_open_tournament_is_what_players_see() {
        TournamentDefinition cup = open();

        assertThat(pool(cup).get("prizePool"))
                .hasToString(
                        "{\"currency\":\"funz\",\"collected\":0,\"feeBps\":1000,\"guaranteed\":20,"
                                + "\"pool\":20,\"prizes\":[{\"from\":1,\"to\":1,\"amount\":10},"
                                + "{\"from\":2,\"to\":3,\"amount\":5}]}");
        enter(cup, 3);

        JsonNode data = pool(cup);
        assertThat(data.get("tournamentId").textValue()).isEqualTo(cup.id().value());
        assertThat(data.get("name").textValue()).isEqualTo("Cup");
        assertThat(data.get("status").textValue()).isEqualTo("open");
        assertThat(Instant.parse(data.get("opensAt").textValue()).toEpochMilli())
                .isEqualTo(cup.opensAtMillis());
        assertThat(Instant.parse(data.get("closesAt").textValue()).toEpochMilli())
                .isEqualTo(cup.closesAtMillis());
        assertThat(data.get("entries").longValue()).isEqualTo(3);
        // Nine tenths of 99, floored; what flooring leaves of the shares goes to the winner.
        assertThat(data.get("prizePool"))
                .hasToString(
                        "{\"currency\":\"funz\",\"collected\":99,\"feeBps\":1000,\"guaranteed\":20,"
                                + "\"pool\":89,\"prizes\":[{\"from\":1,\"to\":1,\"amount\":45},"
                                + "{\"from\":2,\"to\":3,\"amount\":22}]}")
                .isEqualTo(server.newPlayer().read("/tournaments/" + cup.id() + "/prize-pool"));
    }

    @Test
    void the_pool_of_a_finished_tournament_stays() {
        TournamentDefinition cup = open();
        enter(cup, 2);

        move(cup, TournamentStage.RANKED, TournamentStage.PAYING, TournamentStage.DONE);

        JsonNode data = pool(cup);
        assertThat(data.get("status").textValue()).isEqualTo("done");
        assertThat(data.at("/prizePool/collected").longValue()).isEqualTo(66);
        assertThat(data.at("/prizePool/pool").longValue()).isEqualTo(59);
        assertThat(names(list("?status=done&limit=100"))).contains(cup.id().value());
    }

    @Test
    void a_cancelled_tournament_is_told_as_that_with_what_was_collected() {
        TournamentDefinition cup = open();
        enter(cup, 2);
        TournamentRefunds refunds = new TournamentRefunds(server.engine());

        refunds.cancel(cup.id());
        refunds.refund();

        JsonNode data = pool(cup);
        assertThat(data.get("status").textValue()).isEqualTo("cancelled");
        assertThat(data.get("entries").longValue()).isEqualTo(2);
        assertThat(data.at("/prizePool/collected").longValue()).isEqualTo(66);
        assertThat(data.at("/prizePool/pool").longValue()).isEqualTo(59);
        assertThat(names(list("?status=cancelled&limit=100"))).contains(cup.id().value());
    }

    @Test
    void the_list_goes_on_by_cursor_with_those_that_close_last_first() {
        List<String> cups = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            cups.addFirst(published(0, 10_000_000 + i).id().value());
        }
        TournamentDefinition hidden = draft(0, 10_000_000);

        for (int limit = 1; limit <= 3; limit++) {
            assertThat(all("", limit))
                    .containsSubsequence(cups)
                    .doesNotHaveDuplicates()
                    .doesNotContain(hidden.id().value());
            assertThat(all("&status=open", limit)).containsSubsequence(cups);
        }
        JsonNode first = list("?limit=1").at("/data/0");
        assertThat(first).isEqualTo(pool(first.get("tournamentId").textValue()));
    }

    @ParameterizedTest
    @CsvSource({"scheduled", "open", "closing", "ranked", "paying", "done", "cancelled"})
    void a_list_of_one_status_has_only_those_and_all_of_them(String status) {
        List<TournamentDefinition> made = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            made.add(published(60_000, 90_000 + i));
            made.add(open());
            made.add(published(-90_000, -1_000 - i));
            for (int steps = 1; steps <= 3; steps++) {
                TournamentDefinition cup = open();
                move(
                        cup,
                        List.of(
                                        TournamentStage.RANKED,
                                        TournamentStage.PAYING,
                                        TournamentStage.DONE)
                                .subList(0, steps)
                                .toArray(TournamentStage[]::new));
                made.add(cup);
            }
            TournamentDefinition cancelled = open();
            move(cancelled, TournamentStage.CANCELLED);
            made.add(cancelled);
        }
        List<String> wanted =
                made.stream()
                        .filter(each -> pool(each).get("status").textValue().equals(status))
                        .map(each -> each.id().value())
                        .toList();

        List<String> listed = all("&status=" + status, 2);

        assertThat(wanted).hasSize(2);
        assertThat(listed).containsAll(wanted).doesNotHaveDuplicates();
        assertThat(list("?limit=100&status=" + status).get("data"))
                .allSatisfy(each -> assertThat(each.get("status").textValue()).isEqualTo(status));
        assertThat(all("&status=" + status, 100)).isEqualTo(listed);
    }

    @Test
    void one_status_is_found_behind_many_of_another() {
        TournamentDefinition open = published(0, 600_000);
        for (int i = 0; i <= Page.LIMIT_MAX; i++) {
            published(60_000, 700_000 + i);
        }

        JsonNode page = list("?status=open&limit=100");

        assertThat(names(page)).contains(open.id().value());
        assertThat(list("?status=scheduled&limit=100").get("nextCursor").isTextual()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nope", "no-such", "no_such"})
    void a_tournament_that_there_is_not_is_unknown(String id) {
        assertRefused(get(POOLS + "/" + id, TOKEN), 404, "unknown_tournament");
    }

    @Test
    void a_draft_is_not_told() {
        TournamentDefinition draft = draft(0, 1_000);

        assertRefused(get(POOLS + "/" + draft.id(), TOKEN), 404, "unknown_tournament");
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=x, invalid_cursor",
        "cursor=, invalid_cursor",
        "limit=0, validation_failed",
        "limit=101, validation_failed",
        "limit=x, validation_failed",
        "status=draft, validation_failed",
        "status=OPEN, validation_failed",
        "status=, validation_failed"
    })
    void what_cannot_be_listed_is_refused(String query, String code) {
        assertRefused(get(POOLS + "?" + query, TOKEN), 400, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/cup"})
    void they_are_the_platforms_alone(String rest) {
        assertRefused(server.http().get(POOLS + rest), 401, "token_missing");
        assertRefused(get(POOLS + rest, TOKEN + "0"), 401, "token_invalid");
        assertRefused(get(POOLS + rest, server.newPlayer().token()), 403, "wrong_token_kind");
    }
}
