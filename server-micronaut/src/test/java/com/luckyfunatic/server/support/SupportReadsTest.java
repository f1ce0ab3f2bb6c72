package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.operations.past.StoredTree;
import com.luckyfunatic.operations.past.ToldPast;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see, and that it is recorded. */
class SupportReadsTest {
    private GameServer server;
    private TestPlayer player;
    private String ada;

    @BeforeEach
    void start() {
        server = GameServer.start();
        player = server.newPlayer(100, 10);
        ada = server.newOperator("ada", Role.SUPPORT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path) {
        return server.http().get("/support/" + path, "Authorization", ada);
    }

    private JsonNode data(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("data");
    }

    private PlayerId id() {
        return PlayerId.parse(player.id());
    }

    private List<String> recorded() {
        List<String> words = new ArrayList<>();
        server.storage()
                .operatorActions()
                .latest(Long.MAX_VALUE, 100)
                .items()
                .forEach(each ->
                        words.add(each.operator() + " " + each.action() + " " + each.player()));
        return words.reversed();
    }

    @Test
    void a_player_is_found_by_each_of_their_ids() {
        server.storage().platformAccounts().link(id(), new PlatformAccountId("funtico-7"));

        for (String query : List.of(player.id(), Long.toString(player.telegramId()), "funtico-7")) {
            JsonNode found = data("players?query=" + query);
            assertThat(found.path("players")).as(query).hasSize(1);
            assertThat(found.at("/players/0/playerId").asText()).isEqualTo(player.id());
            assertThat(found.path("more").asBoolean(true)).isFalse();
        }
        assertThat(data("players?query=nobody").path("players")).isEmpty();
        assertThat(data("players?query=0").path("players")).isEmpty();
        assertThat(data("players?query=99999999999999999999").path("players")).isEmpty();
        assertThat(
                        server.storage()
                                .operatorActions()
                                .latest(Long.MAX_VALUE, 100)
                                .items()
                                .getLast()
                                .detail())
                .isEqualTo("found: " + player.id());
    }

    @Test
    void a_player_is_found_by_the_beginning_of_a_name() {
        for (String query : List.of("Ada", "ad", "AD", "%40ada")) {
            assertThat(data("players?query=" + query).at("/players/0/playerId").asText())
                    .as(query)
                    .isEqualTo(player.id());
        }
        assertThat(data("players?query=a").path("players")).isEmpty();
        for (int i = 0; i < 50; i++) {
            server.newPlayer();
        }
        JsonNode many = data("players?query=ad");
        assertThat(many.path("players")).hasSize(50);
        assertThat(many.path("more").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"players", "players?query=", "players?query=%20"})
    void a_search_needs_something_to_look_for(String path) {
        assertThat(get(path).statusCode()).isEqualTo(400);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void everything_of_a_player_is_shown() {
        server.storage()
                .admissions()
                .ban(id(), new Ban(Ban.FOR_EVER, "macros", "bob", server.clock().millis()));

        JsonNode shown = data("players/" + player.id());

        assertThat(shown.at("/profile/firstName").asText()).isEqualTo("Ada");
        assertThat(shown.at("/ban/reason").asText()).isEqualTo("macros");
        assertThat(shown.at("/ban/until").isNull()).isTrue();
        assertThat(shown.at("/state/wallet/funz").asLong()).isEqualTo(100);
        assertThat(shown.at("/sequence").asLong()).isEqualTo(shown.at("/state/sequence").asLong());
        assertThat(recorded()).containsExactly("ada read_player " + player.id());
    }

    @Test
    void what_a_player_had_is_rebuilt_from_the_recorded_changes() {
        Instant before = server.clock().instant();
        server.clock().advance(Duration.ofHours(1));
        player.tap(3);

        JsonNode past = data("players/" + player.id() + "/past?at=" + before);

        assertThat(past.at("/player").asText()).isEqualTo(player.id());
        assertThat(Instant.parse(past.at("/at").asText())).isEqualTo(before);
        assertThat(past.at("/wallet/funz").asLong()).isEqualTo(100);
        assertThat(past.at("/wallet/jokers").asLong()).isEqualTo(10);
        assertThat(past.at("/state/wallet/funz").asLong()).isEqualTo(100);
        assertThat(past.at("/state/sequence").asLong())
                .isEqualTo(past.at("/lastChange/sequence").asLong());
        assertThat(past.at("/keptFrom").isNull()).isTrue();
        ToldPast direct =
                ToldPast.of(
                        server.storage().players(),
                        PlayerId.parse(player.id()),
                        before.toEpochMilli());
        assertThat(direct).isInstanceOf(ToldPast.Known.class);
        assertThat(past.toString()).isEqualTo(((ToldPast.Known) direct).state().json().toString());
        JsonNode now = data("players/" + player.id() + "/past?at=" + server.clock().instant());
        assertThat(now.at("/lastChange/command").asText()).isEqualTo("Tap");
        assertThat(recorded())
                .containsExactly("ada read_past " + player.id(), "ada read_past " + player.id());
    }

    @Test
    void what_is_not_known_of_the_past_is_told() {
        String path = "players/" + player.id() + "/past";

        HttpResponse<String> early = get(path + "?at=2020-01-01T00:00:00Z");
        assertThat(early.statusCode()).isEqualTo(404);
        assertThat(code(early)).isEqualTo("past_unknown");
        assertThat(json(early).path("detail").asText())
                .startsWith("Player " + player.id() + " began later, at ");

        Instant future = server.clock().instant().plusMillis(1);
        for (String wrong : List.of("", "?at=", "?at=yesterday", "?at=" + future)) {
            HttpResponse<String> refused = get(path + wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo("at");
        }
        assertThat(get("players/7/past?at=2020-01-01T00:00:00Z").statusCode()).isEqualTo(404);
    }

    @Test
    void history_is_a_ledger_by_pages() {
        List<JsonNode> lines = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(get("players/" + player.id() + "/history?limit=2" + cursor));
            page.path("data").forEach(lines::add);
            cursor =
                    page.path("nextCursor").isNull()
                            ? ""
                            : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());

        long funz = 0;
        long jokers = 0;
        for (int i = lines.size() - 1; i >= 0; i--) {
            JsonNode line = lines.get(i);
            assertThat(line.path("sequence").asInt()).isEqualTo(lines.size() - i);
            funz += line.path("funzDelta").asLong();
            jokers += line.path("jokersDelta").asLong();
            assertThat(line.path("funz").asLong()).isEqualTo(funz);
            assertThat(line.path("jokers").asLong()).isEqualTo(jokers);
            assertThat(line.path("events")).isNotEmpty();
        }
        assertThat(funz).isEqualTo(100);
        assertThat(lines.getFirst().path("command").asText()).isEqualTo("AdjustBalance");
        assertThat(code(get("players/" + player.id() + "/history?cursor=x")))
                .isEqualTo("invalid_cursor");
    }

    @Test
    void an_operation_is_found_by_its_name() {
        player.postWithKey("/tap", "{\"taps\":1}", "my-tap");

        assertThat(data("players/" + player.id() + "/operations/my-tap").path("status").asText())
                .isEqualTo("accepted");
        assertThat(code(get("players/" + player.id() + "/operations/nope")))
                .isEqualTo("unknown_operation");
    }

    @Test
    void sessions_and_transfers_are_listed() {
        player.get("/game");
        assertThat(data("players/" + player.id() + "/sessions")).isNotNull();
        assertThat(data("players/" + player.id() + "/transfers")).isEmpty();
        assertThat(data("transfers?status=pending")).isEmpty();
        assertThat(data("transfers")).isEmpty();
        assertThat(get("transfers?status=lost").statusCode()).isEqualTo(400);
        assertThat(data("follow-ups?limit=5")).isNotNull();
        assertThat(recorded())
                .containsExactly(
                        "ada read_sessions " + player.id(),
                        "ada read_transfers " + player.id(),
                        "ada list_transfers null",
                        "ada list_transfers null",
                        "ada list_follow_ups null");
    }

    @Test
    void what_waits_is_listed() {
        TestPlayer friend = server.newFriendOf(player);
        for (int i = 0; i < 50; i++) {
            friend.post("/tap", "{\"taps\":50}");
            server.clock().advance(Duration.ofSeconds(5));
        }
        List<FollowUp> waiting =
                server.storage().followUps().pending(100).stream()
                        .map(each -> each.followUp())
                        .toList();

        JsonNode shown = data("follow-ups?limit=100");

        assertThat(shown).hasSameSizeAs(waiting);
        for (int i = 0; i < waiting.size(); i++) {
            assertThat(shown.get(i).path("playerId").asText())
                    .isEqualTo(waiting.get(i).player().toString());
        }
    }

    @Test
    void nobody_of_that_id_is_an_error_and_not_recorded() {
        for (String id : List.of("7", "0", "x", "-1", "99999999999999999999")) {
            for (String end : List.of("", "/history", "/operations/o", "/sessions", "/transfers")) {
                HttpResponse<String> answer = get("players/" + id + end);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
                assertThat(code(answer)).isEqualTo("unknown_player");
                assertThat(json(answer).path("detail").textValue())
                        .isEqualTo("There is no such player.");
            }
        }
        assertThat(recorded()).isEmpty();
    }

    @Test
    void what_operators_did_is_shown_to_overseers() {
        String eve = server.newOperator("eve", Role.AUDITOR);
        get("players/" + player.id());
        get("players/" + player.id() + "/history");

        assertThat(code(get("actions"))).isEqualTo("operator_role_missing");
        for (String of : List.of("", "&operator=ada", "&playerId=" + player.id())) {
            JsonNode first = actions(eve, "actions?limit=1" + of);
            JsonNode next =
                    actions(
                            eve,
                            "actions?limit=1"
                                    + of
                                    + "&cursor="
                                    + first.path("nextCursor").asText());
            if (of.isEmpty()) {
                continue;
            }
            assertThat(first.at("/data/0/action").asText()).isEqualTo("read_history");
            assertThat(first.at("/data/0/outcome").asText()).isEqualTo("done");
            assertThat(next.at("/data/0/action").asText()).isEqualTo("read_player");
            assertThat(next.at("/data/0/playerId").asText()).isEqualTo(player.id());
        }
        assertThat(refused(eve, "actions?operator=No")).isEqualTo(400);
        assertThat(refused(eve, "actions?operator=ada&playerId=7")).isEqualTo(400);
        assertThat(refused(eve, "actions?playerId=x")).isEqualTo(404);
    }

    private JsonNode actions(String who, String path) {
        return json(server.http().get("/support/" + path, "Authorization", who));
    }

    private int refused(String who, String path) {
        return server.http().get("/support/" + path, "Authorization", who).statusCode();
    }

    @Test
    void what_is_stored_is_shown_exactly() {
        assertThat(StoredTree.of(new PlayerId(Long.MAX_VALUE)).toString())
                .contains("\"9223372036854775807\"");
    }
}
