package com.luckyfunatic.server.user;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Players who delete their accounts over HTTP. */
@ExtendWith(SharedGameServer.class)
class ErasureHttpTest {
    private static final String CONFIRMED = "{\"confirm\":\"delete my account\"}";

    private final GameServer server;
    private final TestPlayer player;
    private final PlayerId id;

    ErasureHttpTest(GameServer server) {
        this.server = server;
        player = server.newPlayer();
        id = PlayerId.parse(player.id());
    }

    private PlayerDirectory directory() {
        return server.engine().storage().directory();
    }

    @Test
    void an_account_is_deleted_and_no_login_of_it_is_left() {
        TestPlayer elsewhere = server.logIn(player.telegramId());
        player.tap(20);

        HttpResponse<String> deleted = player.delete("/user", CONFIRMED, "gone");

        assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(200);
        assertThat(json(deleted).at("/data/erased").booleanValue()).isTrue();
        assertThat(deleted.headers().firstValue("Idempotency-Key")).hasValue("gone");
        for (HttpResponse<String> refused :
                List.of(
                        player.get("/user"),
                        player.delete("/user", CONFIRMED, "gone"),
                        elsewhere.get("/game"))) {
            assertThat(refused.statusCode()).isEqualTo(410);
            assertThat(code(refused)).isEqualTo("account_deleted");
        }
        assertThat(directory().profile(id).orElseThrow().isErased()).isTrue();
        assertThat(server.engine().player(id).orElseThrow().wallet().funz()).isEqualTo(20);
    }

    @Test
    void the_same_telegram_account_starts_anew() {
        player.tap(20);
        player.send("/user/language", "{\"language\":\"ru\"}");
        player.delete("/user", CONFIRMED, "gone");

        TestPlayer anew = server.logIn(player.telegramId());

        assertThat(anew.id()).isNotEqualTo(player.id());
        assertThat(anew.game().at("/funz/currentFunzBalance").longValue()).isZero();
        assertThat(anew.read("/user").get("chosenLanguage").isNull()).isTrue();
    }

    @Test
    void friends_see_a_deleted_player() {
        TestPlayer friend = server.newFriendOf(player);
        friend.tap(10);
        server.settleFollowUps();
        friend.delete("/user", CONFIRMED, "gone");

        JsonNode shown = player.read("/user/friends-ranking").get(0);

        assertThat(shown.get("playerId").textValue()).isEqualTo(friend.id());
        assertThat(shown.get("deleted").booleanValue()).isTrue();
        assertThat(shown.get("firstName").textValue()).isEmpty();
        assertThat(shown.get("username").isNull()).isTrue();
        assertThat(shown.get("lifetimeEarned").longValue()).isEqualTo(10);
        assertThat(player.read("/user").get("friends").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"confirm\":null}",
                "{\"confirm\":\"\"}",
                "{\"confirm\":\"Delete my account\"}",
                "{\"confirm\":\"delete my account \"}"
            })
    void without_the_words_nothing_is_deleted(String body) {
        HttpResponse<String> refused = player.delete("/user", body, "gone");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/field").textValue()).isEqualTo("confirm");
        assertThat(player.get("/user").statusCode()).isEqualTo(200);
    }

    @Test
    void under_the_key_of_something_else_nothing_is_deleted() {
        player.postWithKey("/tap", "{\"taps\":1}", "taken");

        HttpResponse<String> refused = player.delete("/user", CONFIRMED, "taken");

        assertThat(code(refused)).isEqualTo("idempotency_key_reused");
        assertThat(player.get("/user").statusCode()).isEqualTo(200);
        assertThat(directory().profile(id).orElseThrow().isErased()).isFalse();
    }
}
