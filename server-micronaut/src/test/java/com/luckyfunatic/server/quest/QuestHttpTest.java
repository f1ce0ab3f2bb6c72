package com.luckyfunatic.server.quest;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quests over HTTP. */
@ExtendWith(SharedGameServer.class)
class QuestHttpTest {
    private static final String NEXT_LEVEL = "/quests/claim-next-friends-quest-level";

    private final GameServer server;
    private final TestPlayer player;

    QuestHttpTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer();
    }

    private JsonNode quest(String id) {
        return StreamSupport.stream(json(player.get("/quests/")).spliterator(), false)
                .filter(each -> each.get("id").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String status(String id) {
        return quest(id).get("status").textValue();
    }

    private void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
    }

    @Test
    void the_list_is_a_bare_array_with_the_names_of_the_live_api() {
        JsonNode quests = json(player.get("/quests/"));

        assertThat(quests.isArray()).isTrue();
        assertThat(quests).isEqualTo(json(player.get("/quests")));
        assertThat(quest("website"))
                .hasToString(
                        "{\"id\":\"website\",\"description\":\"The website\",\"is_active\":true,"
                            + "\"status\":\"not_started\","
                            + "\"action_url\":\"https://example.com/website\","
                            + "\"kind\":\"visit\",\"is_daily\":false,"
                            + "\"reward\":{\"funz\":20,\"jokers\":0,"
                            + "\"items\":[{\"itemId\":\"shard\",\"name\":\"Shard\",\"count\":2}]},"
                            + "\"progress\":null,\"goal\":null,\"completes_at\":null,"
                            + "\"requirements\":[]}");
        assertThat(quest("tapper").get("requirements"))
                .hasToString("[{\"type\":\"quest\",\"questId\":\"welcome\",\"isMissing\":true}]");
        assertThat(quest("channel").get("kind").textValue()).isEqualTo("external");
    }

    @Test
    void a_visit_is_started_completed_and_claimed_once() {
        assertRefused(player.post("/quests/website/claim", "{}"), 422, "quest_not_completed");
        JsonNode started = player.send("/quests/website/start", "{}");
        assertThat(started.at("/quest/status").textValue()).isEqualTo("started");
        assertThat(Instant.parse(started.at("/quest/completes_at").textValue()))
                .isEqualTo(server.clock().instant().plusSeconds(30));
        HttpResponse<String> early = player.post("/quests/website/claim", "");
        assertRefused(early, 422, "quest_not_completed");
        assertThat(json(early).get("questStatus").textValue()).isEqualTo("started");
        server.clock().advance(Duration.ofSeconds(30));
        assertThat(status("website")).isEqualTo("completed");

        JsonNode claimed = player.send("/quests/website/claim", "{}");

        assertThat(claimed.get("reward"))
                .hasToString(
                        "{\"funz\":20,\"jokers\":0,"
                            + "\"items\":[{\"itemId\":\"shard\",\"name\":\"Shard\",\"count\":2}]}");
        assertThat(claimed.at("/funz/currentFunzBalance").longValue()).isEqualTo(20);
        assertThat(claimed.at("/quest/status").textValue()).isEqualTo("claimed");
        assertRefused(player.post("/quests/website/claim", "{}"), 409, "already_claimed");
        assertRefused(player.post("/quests/website/start", "{}"), 409, "already_claimed");
        assertThat(player.game().at("/funz/currentFunzBalance").longValue()).isEqualTo(20);
    }

    @Test
    void what_another_player_has_earned_cannot_be_claimed_nor_under_his_key() {
        TestPlayer other = server.newPlayer();
        player.send("/quests/website/start", "{}");
        server.clock().advance(Duration.ofSeconds(30));
        assertRefused(other.post("/quests/website/claim", "{}"), 422, "quest_not_completed");

        HttpResponse<String> own = player.postWithKey("/quests/website/claim", "{}", "key");
        HttpResponse<String> others = other.postWithKey("/quests/website/claim", "{}", "key");

        assertThat(own.statusCode()).isEqualTo(200);
        assertRefused(others, 422, "quest_not_completed");
        assertThat(player.game().at("/funz/currentFunzBalance").longValue()).isEqualTo(20);
        assertThat(other.game().at("/funz/currentFunzBalance").longValue()).isZero();
    }

    @Test
    void a_due_quest_is_completed_by_the_job() {
        player.send("/quests/website/start", "{}");
        server.settleFollowUps();
        assertThat(server.engine().storage().followUps().pending(1_000))
                .as("it waits for its moment")
                .isNotEmpty();

        server.clock().advance(Duration.ofSeconds(30));
        server.settleFollowUps();

        assertThat(
                        server.engine()
                                .player(PlayerId.parse(player.id()))
                                .orElseThrow()
                                .quests()
                                .earned())
                .hasSize(1);
    }

    @Test
    void a_repeat_under_a_key_is_answered_as_the_first_time() {
        HttpResponse<String> first = player.postWithKey("/quests/check_in/claim", "{}", "k1");
        HttpResponse<String> again = player.postWithKey("/quests/check_in/claim", "{}", "k1");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Hit")).contains("true");
        assertThat(player.read("/operations/k1").get("result"))
                .hasToString(
                        "{\"type\":\"quest\",\"questId\":\"check_in\","
                                + "\"reward\":{\"funz\":5,\"jokers\":0,\"items\":[]}}");
    }

    @Test
    void conditions_that_are_not_met_are_told() {
        HttpResponse<String> refused = player.post("/quests/tapper/claim", "{}");

        assertRefused(refused, 422, "requirements_not_met");
        assertThat(json(refused).get("missing"))
                .hasToString("[{\"type\":\"quest\",\"questId\":\"welcome\",\"isMissing\":true}]");
        player.send("/quests/welcome/claim", "{}");
        player.tap(50);
        assertThat(quest("tapper").get("progress").longValue()).isEqualTo(50);
        assertThat(quest("tapper").get("goal").longValue()).isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "First%20Job", "%2e%2e%2fetc", "x%00", "%D1%8F", "12345"})
    void an_unknown_quest_is_404(String id) {
        assertRefused(player.post("/quests/" + id + "/claim", "{}"), 404, "unknown_quest");
        assertRefused(player.post("/quests/" + id + "/start", "{}"), 404, "unknown_quest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7"})
    void a_body_that_is_no_object_is_refused(String body) {
        assertThat(player.post("/quests/welcome/claim", body).statusCode()).isEqualTo(400);
        assertThat(status("welcome")).isEqualTo("completed");
    }

    @Test
    void the_ladder_of_friends_is_claimed_in_order_by_post_and_by_get() {
        assertRefused(player.post(NEXT_LEVEL, "{}"), 422, "requirements_not_met");
        for (int i = 0; i < 3; i++) {
            server.newFriendOf(player);
        }
        server.settleFollowUps();
        JsonNode before = player.read("/quests/friends-quest-progression");
        assertThat(before.get("friends").intValue()).isEqualTo(3);
        assertThat(before.get("nextLevel").intValue()).isEqualTo(1);
        assertThat(before.get("isNextLevelReached").booleanValue()).isTrue();

        JsonNode first = player.send(NEXT_LEVEL, "{}");
        assertThat(first.get("level").intValue()).isEqualTo(1);
        assertThat(first.get("reward")).hasToString("{\"funz\":10,\"jokers\":0,\"items\":[]}");
        assertThat(first.at("/progression/levels/0/status").textValue()).isEqualTo("claimed");
        assertThat(first.at("/progression/levels/1/status").textValue()).isEqualTo("completed");
        JsonNode second = player.read(NEXT_LEVEL);

        assertThat(second.get("level").intValue()).isEqualTo(3);
        assertThat(second.at("/progression/nextLevel").isNull()).isTrue();
        assertRefused(player.get(NEXT_LEVEL), 422, "max_level_reached");
        assertThat(player.game().at("/funz/currentFunzBalance").longValue()).isEqualTo(40);
    }
}
