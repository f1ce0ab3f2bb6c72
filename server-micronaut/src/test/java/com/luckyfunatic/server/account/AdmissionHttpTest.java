package com.luckyfunatic.server.account;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bans and ended logins over HTTP. */
@ExtendWith(SharedGameServer.class)
class AdmissionHttpTest {
    private final GameServer server;
    private final TestPlayer player;
    private final PlayerId id;

    AdmissionHttpTest(GameServer server) {
        this.server = server;
        player = server.newPlayer();
        id = PlayerId.parse(player.id());
    }

    private Admissions admissions() {
        return server.engine().storage().admissions();
    }

    private Instant ban(Duration length) {
        long now = server.clock().millis();
        long until = now + length.toMillis();
        admissions().ban(id, new Ban(until, "macros", "operator:ada", now));
        return Instant.ofEpochMilli(until);
    }

    private HttpResponse<String> logInAgain() {
        return server.http()
                .post(
                        "/dev/login",
                        "{\"telegramId\":" + player.telegramId() + ",\"firstName\":\"Ada\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/game", "/user", "/quests", "/daily-bonus/config", "/user/wallets"})
    void the_same_token_is_refused_on_its_next_request(String route) {
        assertThat(player.get(route).statusCode()).isEqualTo(200);
        Instant until = ban(Duration.ofHours(1));

        HttpResponse<String> refused = player.get(route);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo("banned");
        assertThat(Instant.parse(json(refused).get("until").textValue())).isEqualTo(until);
        String traceId = json(refused).get("traceId").textValue();
        assertThat(refused.body().replace(traceId, "")).doesNotContain("macros", "ada");
        HttpResponse<String> tap = player.post("/tap", "{\"taps\":1}");
        assertThat(code(tap)).isEqualTo("banned");
    }

    @Test
    void a_ban_for_ever_says_no_end() {
        admissions().ban(id, new Ban(Ban.FOR_EVER, "macros", "operator:ada", 1));

        HttpResponse<String> refused = player.get("/game");

        assertThat(code(refused)).isEqualTo("banned");
        assertThat(json(refused).has("until")).isFalse();
    }

    @Test
    void a_ban_ends_at_its_end_and_when_it_is_lifted() {
        Instant until = ban(Duration.ofMinutes(1));
        server.clock().set(until.minusMillis(1));
        assertThat(code(player.get("/game"))).isEqualTo("banned");
        server.clock().set(until);
        assertThat(player.get("/game").statusCode()).isEqualTo(200);

        ban(Duration.ofHours(1));
        assertThat(code(player.get("/game"))).isEqualTo("banned");
        admissions().unban(id);
        assertThat(player.get("/game").statusCode()).isEqualTo(200);
    }

    @Test
    void a_banned_player_cannot_log_in() {
        ban(Duration.ofHours(1));

        HttpResponse<String> refused = logInAgain();

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo("banned");
        admissions().unban(id);
        assertThat(logInAgain().statusCode()).isEqualTo(200);
    }

    @Test
    void a_login_that_was_ended_is_over_and_a_new_one_works_at_once() {
        admissions().endLogins(id, server.clock().millis());

        HttpResponse<String> refused = player.get("/game");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(code(refused)).isEqualTo("token_expired");

        TestPlayer again = server.logIn(player.telegramId());
        assertThat(again.get("/game").statusCode()).isEqualTo(200);
        assertThat(code(player.get("/game"))).as("the old one").isEqualTo("token_expired");
    }

    @Test
    void a_login_between_two_ends_in_one_second_is_over_too() {
        admissions().endLogins(id, server.clock().millis());
        TestPlayer between = server.logIn(player.telegramId());
        assertThat(between.get("/game").statusCode()).isEqualTo(200);
        server.clock().advance(Duration.ofMillis(5));

        admissions().endLogins(id, server.clock().millis());

        assertThat(code(between.get("/game"))).isEqualTo("token_expired");
        TestPlayer last = server.logIn(player.telegramId());
        assertThat(last.get("/game").statusCode()).isEqualTo(200);
    }

    @Test
    void others_play_on_and_open_routes_stay_open() {
        TestPlayer other = server.newPlayer();
        ban(Duration.ofHours(1));

        assertThat(other.get("/game").statusCode()).isEqualTo(200);
        assertThat(player.get("/public/catalog").statusCode()).isEqualTo(200);
    }

    @Test
    void nothing_passes_that_is_sent_after_the_ban() {
        List<Boolean> passed =
                Together.run(
                        20,
                        i -> {
                            if (i == 0) {
                                ban(Duration.ofHours(1));
                            } else {
                                player.get("/game");
                            }
                            return i == 0 && player.get("/game").statusCode() == 200;
                        });

        assertThat(passed).doesNotContain(true);
        assertThat(code(player.get("/game"))).isEqualTo("banned");
    }
}
