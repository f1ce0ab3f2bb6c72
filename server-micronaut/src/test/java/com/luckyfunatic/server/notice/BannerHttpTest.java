package com.luckyfunatic.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.notice.Audience;
import com.luckyfunatic.engine.notice.BannerDefinition;
import com.luckyfunatic.engine.notice.BannerId;
import com.luckyfunatic.engine.notice.NoticesDefinition;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Banners over HTTP. */
class BannerHttpTest {
    private static final Instant SOON = SettableClock.START.plus(Duration.ofHours(1));

    private static GameServer server;

    @BeforeAll
    static void start() {
        server =
                GameServer.start(
                        Map.of(),
                        TestCatalogs.telling(
                                new NoticesDefinition(
                                        List.of(
                                                banner("all", 5, Audience.EVERYONE, null),
                                                banner("fair", 1, fair(), null),
                                                banner("english", 2, language("en"), null),
                                                banner("french", 2, language("fr"), null),
                                                banner("old_hands", 3, oldHands(), null),
                                                banner("soon", 4, Audience.EVERYONE, SOON)),
                                        List.of())));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static BannerDefinition banner(
            String id, int order, Audience audience, @Nullable Instant from) {
        return new BannerDefinition(
                new BannerId(id),
                "1 < 2 & \"3\"",
                "We <3\nfunz",
                "/assets/coin.svg",
                "https://example.com/?a=1&b=2",
                order,
                audience,
                from,
                from == null ? null : from.plusSeconds(60));
    }

    private static Audience fair() {
        return new Audience(1, 0, List.of(), List.of("Fair_26"));
    }

    private static Audience language(String language) {
        return new Audience(1, 0, List.of(language), List.of());
    }

    private static Audience oldHands() {
        return new Audience(2, 0, List.of(), List.of());
    }

    private static List<String> ids(JsonNode banners) {
        return banners.findValuesAsText("id");
    }

    @Test
    void a_player_sees_the_banners_of_rank_language_campaign_and_time_in_their_order() {
        TestPlayer stranger = server.newPlayer();
        TestPlayer guest = server.logInBy(77_001, "Fair_26");

        assertThat(ids(stranger.read("/banners"))).containsExactly("english", "all");
        assertThat(ids(guest.read("/banners"))).containsExactly("fair", "english", "all");
        assertThat(ids(TestServer.json(server.http().get("/public/banners")).get("data")))
                .containsExactly("all");
    }

    @Test
    void a_chosen_language_counts_in_place_of_the_accounts() {
        TestPlayer player = server.newPlayer();

        player.send("/user/language", "{\"language\":\"FR-ca\"}");
        assertThat(ids(player.read("/banners"))).containsExactly("french", "all");

        player.send("/user/language", "{\"language\":null}");
        assertThat(ids(player.read("/banners"))).containsExactly("english", "all");
    }

    @Test
    void a_later_link_does_not_change_the_campaign_of_arrival() {
        server.logInBy(77_002, "Other");

        TestPlayer again = server.logInBy(77_002, "Fair_26");

        assertThat(ids(again.read("/banners"))).doesNotContain("fair");
    }

    @Test
    void texts_come_as_they_are_in_json_that_no_browser_takes_for_a_page() {
        HttpResponse<String> response = server.newPlayer().get("/banners");

        JsonNode banner = TestPlayer.data(response).get(1);
        assertThat(banner)
                .hasToString(
                        "{\"id\":\"all\",\"title\":\"1 < 2 & \\\"3\\\"\",\"text\":\"We"
                                + " <3\\nfunz\",\"image\":\"/assets/coin.svg\","
                                + "\"actionUrl\":\"https://example.com/?a=1&b=2\","
                                + "\"availableUntil\":null}");
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void a_banner_comes_and_goes_with_its_window() {
        try (GameServer own =
                GameServer.start(
                        Map.of(),
                        TestCatalogs.telling(
                                new NoticesDefinition(
                                        List.of(banner("soon", 0, Audience.EVERYONE, SOON)),
                                        List.of())))) {
            TestPlayer player = own.newPlayer();

            assertThat(player.read("/banners")).isEmpty();
            own.clock().advance(Duration.ofHours(1));
            assertThat(player.read("/banners").at("/0/availableUntil").textValue())
                    .isEqualTo("2026-01-01T01:01:00.000Z");
            own.clock().advance(Duration.ofMinutes(1));
            assertThat(player.read("/banners")).isEmpty();
        }
    }
}
