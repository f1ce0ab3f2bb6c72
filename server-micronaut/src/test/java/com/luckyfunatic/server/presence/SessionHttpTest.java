package com.luckyfunatic.server.presence;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.presence.PresenceRules;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stretches of play over HTTP. Time stands still unless a test moves it. */
@TestInstance(Lifecycle.PER_CLASS)
class SessionHttpTest {
    private static final Duration IDLE = Duration.ofMillis(PresenceRules.IDLE_MILLIS);

    private final GameServer server = GameServer.start();
    private TestPlayer player = server.newPlayer();

    @BeforeEach
    void newPlayer() {
        player = server.newPlayer();
    }

    @AfterAll
    void close() {
        server.close();
    }

    private void flush() {
        server.http().bean(Presence.class).flush();
    }

    /** Time passes, and a flush comes every minute. */
    private void pass(Duration time) {
        flush();
        server.clock().advance(time);
    }

    private JsonNode only(JsonNode sessions) {
        assertThat(sessions).hasSize(1);
        return sessions.get(0);
    }

    @Test
    void a_login_is_no_session_and_the_first_request_begins_one() {
        pass(Duration.ofSeconds(7));
        Instant began = server.clock().instant();

        JsonNode session = only(player.read("/sessions"));

        assertThat(Instant.parse(session.get("startedAt").textValue())).isEqualTo(began);
        assertThat(session.get("endedAt").isNull()).isTrue();
        assertThat(session.get("requests").longValue()).isEqualTo(1);
        assertThat(session.get("taps").longValue()).isZero();
        assertThat(session.get("platform").isNull()).isTrue();
    }

    @Test
    void requests_and_accepted_taps_are_counted_and_a_repeat_taps_nothing() {
        player.postWithKey("/tap", "{\"taps\":9}", "k-1");
        player.postWithKey("/tap", "{\"taps\":9}", "k-1");
        player.post("/tap", "{\"taps\":4,\"sequence\":1}");
        player.post("/tap", "{\"taps\":4,\"sequence\":1}");
        player.post("/tap", "{\"taps\":51}");
        pass(Duration.ofSeconds(90));

        JsonNode session = only(player.read("/sessions"));

        assertThat(session.get("taps").longValue()).isEqualTo(13);
        assertThat(session.get("requests").longValue()).isEqualTo(6);
        assertThat(session.get("lengthSeconds").longValue()).isEqualTo(90);
    }

    @Test
    void the_client_says_its_platform_and_version() {
        player.get("/game", "X-Client-Platform", "ios", "X-Client-Version", "8.0");
        player.get("/game", "X-Client-Platform", "<script>");

        JsonNode session = only(player.read("/sessions"));

        assertThat(session.get("platform").textValue()).isEqualTo("ios");
        assertThat(session.get("version").textValue()).isEqualTo("8.0");
    }

    @Test
    void a_heartbeat_keeps_a_session_going_and_idle_time_ends_it() {
        JsonNode beat = player.send("/sessions/heartbeat", "{}");
        Instant seen = server.clock().instant();
        assertThat(Instant.parse(beat.get("seenAt").textValue())).isEqualTo(seen);
        assertThat(Instant.parse(beat.get("endsAt").textValue())).isEqualTo(seen.plus(IDLE));
        pass(IDLE.minusMillis(1));
        player.send("/sessions/heartbeat", "{}");
        Instant last = server.clock().instant();
        pass(IDLE);

        JsonNode sessions = player.read("/sessions");

        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(0).get("endedAt").isNull()).isTrue();
        assertThat(sessions.get(1).get("requests").longValue()).isEqualTo(2);
        assertThat(Instant.parse(sessions.get(1).get("endedAt").textValue())).isEqualTo(last);
        flush();
        assertThat(player.read("/sessions")).hasSize(2);
    }

    @Test
    void the_history_goes_on_where_the_cursor_says() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            player.send("/sessions/heartbeat", "{}");
            expected.addFirst(player.read("/sessions").get(0).get("startedAt").textValue());
            pass(IDLE);
        }
        expected.addFirst(player.read("/sessions").get(0).get("startedAt").textValue());
        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            HttpResponse<String> page =
                    player.get("/sessions?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            TestPlayer.data(page).forEach(each -> seen.add(each.get("startedAt").textValue()));
            cursor = json(page).get("nextCursor").textValue();
            pages++;
        }

        assertThat(seen).isEqualTo(expected);
        assertThat(pages).isEqualTo(3);
        String from = expected.get(3);
        String to = expected.get(1);
        List<String> between = new ArrayList<>();
        player.read("/sessions?from=" + from + "&to=" + to)
                .forEach(each -> between.add(each.get("startedAt").textValue()));
        assertThat(between).isEqualTo(expected.subList(2, 4));
    }

    @Test
    void a_cursor_of_another_player_is_refused() {
        player.get("/game");
        pass(IDLE);
        String cursor = json(player.get("/sessions?limit=1")).get("nextCursor").textValue();
        flush();

        HttpResponse<String> refused = server.newPlayer().get("/sessions?cursor=" + cursor);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("invalid_cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"from=yesterday", "to=1", "from=", "to=2026-13-01T00:00:00Z", "limit=0"})
    void what_cannot_be_read_is_refused(String query) {
        HttpResponse<String> refused = player.get("/sessions?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/field").textValue())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void nobody_has_no_sessions() {
        assertThat(server.http().get("/sessions").statusCode()).isEqualTo(401);
        assertThat(server.http().post("/sessions/heartbeat", "{}").statusCode()).isEqualTo(401);
    }
}
