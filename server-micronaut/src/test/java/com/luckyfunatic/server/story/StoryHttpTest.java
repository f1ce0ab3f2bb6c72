package com.luckyfunatic.server.story;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories over HTTP. */
@ExtendWith(SharedGameServer.class)
class StoryHttpTest {
    private static final String CLAIM = "/stories/first_job/claim";

    private final TestPlayer player;

    StoryHttpTest(GameServer server) {
        this.player = server.newPlayer(1_000, 0);
    }

    private JsonNode firstJob() {
        return player.read("/stories").get(0);
    }

    private void buy(String card) {
        player.send("/cards/buy-card", "{\"cardId\":\"" + card + "\"}");
    }

    private void completeFirstJob() {
        buy("miner");
        buy("miner");
        buy("trader");
    }

    @Test
    void a_story_keeps_its_chapter_until_the_set_is_owned() {
        buy("miner");
        JsonNode locked = firstJob();
        buy("miner");
        buy("trader");
        JsonNode open = firstJob();

        assertThat(locked.get("chapter").isNull()).isTrue();
        assertThat(locked.get("isUnlocked").booleanValue()).isFalse();
        assertThat(locked.get("cards"))
                .hasToString(
                        "[{\"cardId\":\"miner\",\"name\":\"The"
                                + " miner\",\"isOwned\":true},{\"cardId\":\"trader\",\"name\":\"The"
                                + " trader\",\"isOwned\":false}]");
        assertThat(locked.get("reward")).hasToString("{\"funz\":500,\"jokers\":5}");
        assertThat(open.get("chapter").textValue()).isEqualTo("It begins.");
        assertThat(open.get("isUnlocked").booleanValue()).isTrue();
        assertThat(open.get("isClaimed").booleanValue()).isFalse();
    }

    @Test
    void claiming_pays_once() {
        completeFirstJob();
        long balance = player.game().at("/funz/currentFunzBalance").longValue();

        JsonNode data = player.send(CLAIM, "{}");

        assertThat(data.get("reward")).hasToString("{\"funz\":500,\"jokers\":5}");
        assertThat(data.at("/funz/currentFunzBalance").longValue()).isEqualTo(balance + 500);
        assertThat(data.at("/story/isClaimed").booleanValue()).isTrue();
        assertThat(data.get("story")).isEqualTo(firstJob());
        JsonNode before = player.lastingState();
        HttpResponse<String> again = player.post(CLAIM, "{}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(code(again)).isEqualTo("already_claimed");
        assertThat(player.lastingState()).isEqualTo(before);
    }

    @Test
    void an_incomplete_set_is_refused_with_the_cards_that_are_missing() {
        buy("miner");

        HttpResponse<String> refused = player.post(CLAIM, "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("requirements_not_met");
        assertThat(json(refused).get("missing"))
                .hasToString(
                        "[{\"type\":\"card\",\"cardId\":\"trader\",\"cardName\":\"The"
                                + " trader\",\"level\":1,\"isMissing\":true}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "First%20Job", "%2e%2e%2fetc", "x%00", "%D1%8F", "12345"})
    void an_unknown_story_is_404(String id) {
        HttpResponse<String> refused = player.post("/stories/" + id + "/claim", "{}");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(code(refused)).isEqualTo("unknown_story");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7"})
    void a_body_that_is_no_object_is_refused(String body) {
        completeFirstJob();

        assertThat(player.post(CLAIM, body).statusCode()).isEqualTo(400);
        assertThat(firstJob().get("isClaimed").booleanValue()).isFalse();
    }
}
