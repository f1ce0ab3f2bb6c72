package com.luckyfunatic.server.catalog;

import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published content over HTTP. */
@ExtendWith(SharedGameServer.class)
class CatalogHttpTest {
    private static final String ROUTE = "/public/catalog";

    private final GameServer server;

    CatalogHttpTest(GameServer server) {
        this.server = server;
    }

    private HttpResponse<String> get(String... headers) {
        return server.http().get(ROUTE, headers);
    }

    @Test
    void anyone_sees_the_content_in_force() {
        JsonNode catalog = json(get()).get("data");

        assertThat(catalog.get("version").textValue()).isEqualTo("test-1");
        assertThat(catalog.get("tap"))
                .hasToString("{\"funzPerTap\":1,\"energyPerTap\":1,\"perSecond\":20,\"burst\":60}");
        assertThat(catalog.get("income")).hasToString("{\"cap\":\"PT1H30M\",\"capMs\":5400000}");
        assertThat(catalog.get("frenzy")).hasSize(2);
        assertThat(catalog.get("boosters")).hasSize(9);
        assertThat(catalog.at("/boosters/2/price"))
                .hasToString("{\"kind\":\"doubling\",\"base\":50}");
        assertThat(catalog.at("/boosters/0/dailyLimit").intValue()).isEqualTo(6);
        assertThat(catalog.at("/categories/0")).hasToString("{\"id\":\"work\",\"name\":\"Work\"}");
        assertThat(catalog.at("/cards/0/levels")).hasSize(8);
        assertThat(catalog.at("/cards/0/levels/0"))
                .hasToString("{\"level\":1,\"price\":20,\"incomePerHour\":600}");
        assertThat(catalog.at("/cards/1/requirements/0"))
                .hasToString("{\"type\":\"card\",\"cardId\":\"miner\",\"level\":2}");
        assertThat(catalog.at("/ranks/1"))
                .hasToString(
                        "{\"rank\":2,\"name\":\"Silver\",\"funzEarned\":100,\"rewardJokers\":10}");
        assertThat(catalog.at("/referral/qualifyingTaps").longValue()).isEqualTo(50);
    }

    @Test
    void chapters_of_stories_are_not_given_away() {
        HttpResponse<String> response = get();

        assertThat(json(response).at("/data/stories/0").has("chapter")).isFalse();
        assertThat(response.body()).doesNotContain("It begins.");
    }

    @Test
    void caches_may_keep_it_and_ask_whether_it_is_new() {
        HttpResponse<String> first = get();
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = get("If-None-Match", tag);

        assertThat(tag).as("compressed or not").isEqualTo("W/\"test-1\"");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(again.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
        for (HttpResponse<String> answer : List.of(first, again, get("Accept-Encoding", "gzip"))) {
            assertThat(answer.headers().allValues("Vary"))
                    .singleElement()
                    .asString()
                    .isEqualToIgnoringCase("Accept-Encoding, Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/\"test-1\"", "\"older\", \"test-1\"", "\"older\",W/\"test-1\""})
    void any_tag_that_matches_is_304(String tags) {
        assertThat(get("If-None-Match", tags).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"older\"", "test-1", "garbage", ",,", "\"\""})
    void other_tags_get_the_content(String tags) {
        assertThat(get("If-None-Match", tags).statusCode()).isEqualTo(200);
    }
}
