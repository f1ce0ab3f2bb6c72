package com.luckyfunatic.server.user;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profile and friends over HTTP. */
@ExtendWith(SharedGameServer.class)
class UserHttpTest {
    private final GameServer server;
    private final TestPlayer player;

    UserHttpTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer();
    }

    @Test
    void the_profile_is_that_of_the_login() {
        JsonNode user = player.read("/user");

        assertThat(user.get("id").textValue()).isEqualTo(player.id());
        assertThat(user.get("telegramId").longValue()).isEqualTo(player.telegramId());
        assertThat(user.get("firstName").textValue()).isEqualTo("Ada");
        assertThat(user.get("lastName").isNull()).isTrue();
        assertThat(user.get("languageCode").textValue()).isEqualTo("en");
        assertThat(user.get("premium").booleanValue()).isFalse();
        assertThat(user.get("rank").intValue()).isEqualTo(1);
        assertThat(user.get("hasReferrer").booleanValue()).isFalse();
        assertThat(user.get("friends").intValue()).isZero();
    }

    @Test
    void a_chosen_language_survives_the_next_login_until_it_is_given_up() {
        JsonNode chosen = player.send("/user/language", "{\"language\":\"pt-BR\"}");
        assertThat(chosen.get("chosenLanguage").textValue()).isEqualTo("pt-br");
        assertThat(chosen.get("languageCode").textValue()).isEqualTo("en");

        TestPlayer again = server.logIn(player.telegramId());

        assertThat(again.read("/user")).isEqualTo(chosen);
        assertThat(
                        again.send("/user/language", "{\"language\":null}")
                                .get("chosenLanguage")
                                .isNull())
                .isTrue();
        assertThat(again.read("/user").get("chosenLanguage").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "english", "en_US", "en-", "en us", "a\u0440", "en-123456789"})
    void what_is_no_language_tag_is_refused(String language) {
        HttpResponse<String> refused =
                player.post("/user/language", "{\"language\":\"" + language + "\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/field").textValue()).isEqualTo("language");
        assertThat(player.read("/user").get("chosenLanguage").isNull()).isTrue();
    }

    @Test
    void friends_are_counted_and_ranked() {
        TestPlayer lazy = server.newFriendOf(player);
        TestPlayer busy = server.newFriendOf(player);
        busy.tap(20);
        lazy.tap(10);
        server.settleFollowUps();

        JsonNode friends = player.read("/user/friends-ranking");

        assertThat(friends).hasSize(2);
        assertThat(friends.get(0).get("playerId").textValue()).isEqualTo(busy.id());
        assertThat(friends.get(0).get("lifetimeEarned").longValue()).isEqualTo(20);
        assertThat(friends.get(0).get("rank").intValue()).isEqualTo(1);
        assertThat(friends.get(0).get("firstName").textValue()).isEqualTo("Ada");
        assertThat(friends.get(1).get("playerId").textValue()).isEqualTo(lazy.id());
        assertThat(player.read("/user").get("friends").intValue()).isEqualTo(2);
        assertThat(player.game().at("/referral/friends").intValue()).isEqualTo(2);
        assertThat(busy.read("/user").get("hasReferrer").booleanValue()).isTrue();
    }

    @Test
    void a_friend_who_has_played_enough_is_paid_for() {
        TestPlayer friend = server.newFriendOf(player);
        friend.tap(50);
        server.settleFollowUps();

        assertThat(player.game().at("/funz/currentFunzBalance").longValue()).isEqualTo(5_000);
    }

    @Test
    void the_ranking_goes_on_where_the_cursor_says() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            TestPlayer friend = server.newFriendOf(player);
            friend.tap(10 - i);
            expected.add(friend.id());
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            HttpResponse<String> page =
                    player.get(
                            "/user/friends-ranking?limit=2"
                                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            TestPlayer.data(page).forEach(friend -> seen.add(friend.get("playerId").textValue()));
            cursor = json(page).get("nextCursor").textValue();
            pages++;
        }

        assertThat(seen).isEqualTo(expected);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void a_cursor_of_another_player_is_refused() {
        for (int i = 0; i < 2; i++) {
            server.newFriendOf(player);
        }
        String cursor =
                json(player.get("/user/friends-ranking?limit=1")).get("nextCursor").textValue();

        HttpResponse<String> refused =
                server.newPlayer().get("/user/friends-ranking?cursor=" + cursor);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("invalid_cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "%20",
                "AAAA",
                "%2B%2F",
                "%00",
                "9223372036854775807%3A1",
                "%D1%8F"
            })
    void a_garbage_cursor_is_refused(String cursor) {
        HttpResponse<String> refused = player.get("/user/friends-ranking?cursor=" + cursor);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("invalid_cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1.5", "1e1", "abc", "9223372036854775808", "%20"})
    void a_limit_out_of_range_is_refused(String limit) {
        HttpResponse<String> refused = player.get("/user/friends-ranking?limit=" + limit);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/field").textValue()).isEqualTo("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100"})
    void the_bounds_of_the_limit_are_taken(String limit) {
        assertThat(player.read("/user/friends-ranking?limit=" + limit)).isEmpty();
    }
}
