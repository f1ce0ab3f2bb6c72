package com.luckyfunatic.server.campaign;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.game.TestStorage;
import com.luckyfunatic.server.token.TokenKind;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Figures of campaigns over HTTP, and who may read them. */
class CampaignHttpTest {
    private static final String OLD_KEY = "q7Vd02kZr5TnXb8sLw3mYc6Hf9Jp1GaE";
    private static final String NEW_KEY = "Zk4w9QeT1xMv7Rb2nUh5Ld8sYc3Pf6Ja0G";
    private static final String PATH = "/ppc/campaigns";
    private static final Duration DAY = Duration.ofDays(1);

    private final GameServer server =
            GameServer.start(
                    Map.of(
                            "FUNATIC_PPC_API_KEYS",
                            NEW_KEY + "," + OLD_KEY,
                            "FUNATIC_ACCESS_LOG",
                            "true"),
                    TestCatalogs.full());
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private final Level levelBefore = root.getLevel();

    @BeforeEach
    void listen() {
        logged.start();
        root.setLevel(Level.INFO);
        root.addAppender(logged);
    }

    @AfterEach
    void stop() {
        root.detachAppender(logged);
        root.setLevel(levelBefore);
        server.close();
    }

    private HttpResponse<String> ask(String query) {
        return server.http().get(PATH + query, "X-Api-Key", NEW_KEY);
    }

    private static String row(
            String day, String campaign, int arrived, int active, int d1, int d7) {
        return "{\"day\":\"%s\",\"campaign\":\"%s\",\"arrivals\":%d,\"activated\":%d,"
                        .formatted(day, campaign, arrived, active)
                + "\"retainedDay1\":%d,\"retainedDay7\":%d}".formatted(d1, d7);
    }

    @Test
    @Tag(TestStorage.ALONE)
    void a_campaign_is_told_by_day_of_arrival_with_who_came_to_play_and_who_came_back() {
        TestPlayer tapper = server.logInBy(501, "Fair_26");
        TestPlayer other = server.logInBy(502, "Fair_26");
        server.logInBy(503, "spring-26");
        server.logInBy(504, "ref_501");
        server.newPlayer();
        tapper.tap(49);
        other.tap(50);
        server.clock().advance(DAY);
        tapper.read("/cards");
        server.logInBy(505, "Fair_26");
        server.clock().advance(DAY.multipliedBy(6));
        server.logIn(502);
        server.logIn(501).tap(1);
        server.settleFollowUps();

        JsonNode data = json(ask("?from=2026-01-01&to=2026-01-31")).get("data");

        assertThat(data)
                .hasToString(
                        "["
                                + row("2026-01-01", "Fair_26", 2, 2, 1, 2)
                                + ","
                                + row("2026-01-01", "spring-26", 1, 0, 0, 0)
                                + ","
                                + row("2026-01-02", "Fair_26", 1, 0, 0, 0)
                                + "]");
    }

    @Test
    void many_requests_of_a_day_are_one_visit() {
        TestPlayer player = server.logInBy(501, "fair");
        server.clock().advance(DAY);
        for (int i = 0; i < 5; i++) {
            player.read("/game");
            player.tap(1);
        }

        assertThat(json(ask("")).get("data"))
                .hasToString("[" + row("2026-01-01", "fair", 1, 0, 1, 0) + "]");
    }

    @Test
    void without_days_the_thirty_up_to_today_are_told() {
        server.logInBy(501, "fair");
        server.clock().set(SettableClock.START.plus(DAY.multipliedBy(29)));
        assertThat(json(ask("")).get("data")).hasSize(1);

        server.clock().set(SettableClock.START.plus(DAY.multipliedBy(30)));
        assertThat(json(ask("")).get("data")).isEmpty();
        assertThat(json(ask("?from=2026-01-01")).get("data")).hasSize(1);
    }

    @Test
    @Tag(TestStorage.ALONE)
    void pages_follow_each_other_and_a_cursor_is_good_for_its_period_only() {
        for (int i = 0; i < 5; i++) {
            server.logInBy(501 + i, "fair_" + i);
        }
        List<String> read = new ArrayList<>();
        JsonNode page = json(ask("?to=2026-01-02&limit=2"));
        String first = page.get("nextCursor").textValue();
        while (!page.get("nextCursor").isNull()) {
            read.addAll(page.findValuesAsText("campaign"));
            page = json(ask("?to=2026-01-02&limit=2&cursor=" + page.get("nextCursor").textValue()));
        }
        read.addAll(page.findValuesAsText("campaign"));

        assertThat(read).containsExactly("fair_0", "fair_1", "fair_2", "fair_3", "fair_4");
        HttpResponse<String> foreign = ask("?to=2026-01-03&limit=2&cursor=" + first);
        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(code(foreign)).isEqualTo("invalid_cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=2026-13-01",
                "?from=2026-02-30",
                "?from=20260101",
                "?from=",
                "?to=yesterday",
                "?to=-999999999-01-01",
                "?to=+12026-01-01",
                "?from=2026-01-02&to=2026-01-01",
                "?from=2025-01-01&to=2026-01-02",
                "?limit=0",
                "?limit=101",
                "?cursor=xyz"
            })
    void what_is_no_period_no_limit_and_no_cursor_is_400(String query) {
        HttpResponse<String> refused = ask(query);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    }

    @Test
    void the_longest_period_is_a_leap_year() {
        assertThat(ask("?from=2025-01-01&to=2026-01-01").statusCode()).isEqualTo(200);
    }

    @Test
    void both_keys_of_a_rotation_are_good_in_the_header_and_in_the_parameter() {
        for (String key : List.of(OLD_KEY, NEW_KEY)) {
            assertThat(server.http().get(PATH, "X-Api-Key", key).statusCode()).isEqualTo(200);
            assertThat(server.http().get(PATH + "?api_key=" + key).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void without_a_key_with_a_wrong_one_or_with_two_nothing_is_told() {
        assertRefused(server.http().get(PATH), "api_key_missing");
        for (String wrong :
                List.of(
                        "x",
                        NEW_KEY.substring(1),
                        NEW_KEY + "x",
                        NEW_KEY.toLowerCase(Locale.ROOT),
                        NEW_KEY + "," + OLD_KEY)) {
            assertRefused(server.http().get(PATH, "X-Api-Key", wrong), "api_key_invalid");
            assertRefused(server.http().get(PATH + "?api_key=" + wrong), "api_key_invalid");
        }
        assertRefused(server.http().get(PATH + "?api_key="), "api_key_invalid");
        assertRefused(
                server.http().get(PATH + "?api_key=" + NEW_KEY + "&api_key=" + OLD_KEY),
                "api_key_invalid");
        assertRefused(
                server.http().get(PATH + "?api_key=" + NEW_KEY, "X-Api-Key", OLD_KEY),
                "api_key_invalid");
    }

    @Test
    void a_token_is_no_key_and_a_key_is_no_token() {
        TestPlayer player = server.newPlayer();
        String minigame = server.http().token(TokenKind.MINIGAME, 1);

        assertRefused(player.get(PATH), "api_key_missing");
        for (String token : List.of(player.token(), minigame)) {
            assertRefused(server.http().get(PATH, "X-Api-Key", token), "api_key_invalid");
            assertRefused(server.http().get(PATH + "?api_key=" + token), "api_key_invalid");
        }
        for (String path : List.of("/game", "/user", "/banners")) {
            HttpResponse<String> bearer =
                    server.http().get(path, "Authorization", "Bearer " + NEW_KEY);
            assertThat(bearer.statusCode()).isEqualTo(401);
            assertThat(code(bearer)).isEqualTo("token_invalid");
            assertThat(server.http().get(path + "?api_key=" + NEW_KEY).statusCode()).isEqualTo(401);
            assertThat(server.http().get(path, "X-Api-Key", NEW_KEY).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_server_without_keys_tells_nobody() {
        try (GameServer closed = GameServer.start()) {
            assertRefused(closed.http().get(PATH), "api_key_missing");
            assertRefused(closed.http().get(PATH, "X-Api-Key", NEW_KEY), "api_key_invalid");
            assertRefused(closed.http().get(PATH + "?api_key="), "api_key_invalid");
        }
    }

    @Test
    void the_key_is_in_no_log_no_answer_and_no_metric() {
        String wrong = "Wrong4w9QeT1xMv7Rb2nUh5Ld8sYc3Pf6J";
        List<String> answers = new ArrayList<>();
        for (String key : List.of(NEW_KEY, wrong)) {
            for (String path :
                    List.of(
                            PATH + "?api_key=" + key,
                            PATH + "?API_KEY=" + key,
                            PATH + "?api%5Fkey=" + key,
                            PATH + "?from=nonsense&api_key=" + key,
                            PATH + "?cursor=nonsense&api_key=" + key,
                            PATH + "/nowhere?api_key=" + key,
                            "/nowhere?api_key=" + key)) {
                answers.add(shown(server.http().get(path)));
            }
            answers.add(shown(server.http().get(PATH + "?cursor=x", "X-Api-Key", key)));
            HttpRequest.Builder post =
                    server.http()
                            .request(PATH + "?api_key=" + key)
                            .POST(HttpRequest.BodyPublishers.ofString("{"));
            answers.add(shown(server.http().send(post)));
        }

        String metrics = server.http().bean(MeterRegistry.class).getMeters().toString();
        assertThat(logged.list).hasSizeGreaterThanOrEqualTo(answers.size());
        for (String key : List.of(NEW_KEY, wrong)) {
            assertThat(logged.list)
                    .noneMatch(line ->
                            line.getFormattedMessage().contains(key)
                                    || line.getMDCPropertyMap().containsValue(key)
                                    || String.valueOf(line.getThrowableProxy()).contains(key));
            assertThat(answers).noneMatch(answer -> answer.contains(key));
            assertThat(metrics).doesNotContain(key);
        }
    }

    private static String shown(HttpResponse<String> response) {
        return response.statusCode() + " " + response.headers().map() + " " + response.body();
    }

    private static void assertRefused(HttpResponse<String> response, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
        assertThat(code(response)).isEqualTo(code);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("ApiKey");
    }
}
