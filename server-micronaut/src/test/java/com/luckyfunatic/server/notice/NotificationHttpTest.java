package com.luckyfunatic.server.notice;

import static com.luckyfunatic.server.TestServer.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.notice.AnnouncementDefinition;
import com.luckyfunatic.engine.notice.AnnouncementId;
import com.luckyfunatic.engine.notice.Audience;
import com.luckyfunatic.engine.notice.NoticesDefinition;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.game.TestStorage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notifications over HTTP. */
class NotificationHttpTest {
    private static final String MARK = "/user/mark-notification-as-read";
    private static final Instant YESTERDAY = SettableClock.START.minus(Duration.ofDays(1));

    private final GameServer server =
            GameServer.start(
                    Map.of(),
                    TestCatalogs.telling(
                            new NoticesDefinition(
                                    List.of(),
                                    List.of(
                                            announcement("always", false, null),
                                            announcement("old", true, YESTERDAY),
                                            announcement("new", true, SettableClock.START),
                                            french()))));
    private final TestPlayer player = server.newPlayer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static AnnouncementDefinition announcement(
            String id, boolean popup, @Nullable Instant from) {
        return announcement(id, popup, Audience.EVERYONE, from);
    }

    private static AnnouncementDefinition french() {
        return announcement("bonjour", true, new Audience(1, 0, List.of("fr"), List.of()), null);
    }

    private static AnnouncementDefinition announcement(
            String id, boolean popup, Audience audience, @Nullable Instant from) {
        return new AnnouncementDefinition(
                new AnnouncementId(id),
                "1 < 2 & " + id,
                "We <3\nfunz",
                "https://example.com/" + id,
                popup,
                audience,
                from,
                null);
    }

    private List<String> ids(String flag) {
        return StreamSupport.stream(player.read("/notifications").spliterator(), false)
                .filter(each -> each.get(flag).booleanValue())
                .map(each -> each.get("id").textValue())
                .toList();
    }

    private boolean isRead() {
        return player.read("/user/is-notification-read").get("isRead").booleanValue();
    }

    @Test
    void notifications_come_newest_first_as_plain_text() {
        JsonNode notifications = player.read("/notifications");

        assertThat(notifications.findValuesAsText("id")).containsExactly("new", "old", "always");
        assertThat(notifications.get(1))
                .hasToString(
                        "{\"id\":\"old\",\"title\":\"1 < 2 & old\",\"text\":\"We <3\\nfunz\","
                                + "\"actionUrl\":\"https://example.com/old\","
                                + "\"publishedAt\":\"2025-12-31T00:00:00.000Z\","
                                + "\"availableUntil\":null,\"isRead\":false,\"isPopup\":false}");
        assertThat(notifications.get(2).get("publishedAt").isNull()).isTrue();
    }

    @Test
    void those_named_are_read_and_the_others_are_not() {
        assertThat(isRead()).isFalse();

        JsonNode marked = player.send(MARK, "{\"ids\":[\"old\",\"withdrawn\"]}");

        assertThat(marked).hasToString("{\"isRead\":false}");
        assertThat(ids("isRead")).containsExactly("old");
        assertThat(isRead()).isFalse();
    }

    @Test
    void without_names_all_that_the_player_sees_are_read() {
        assertThat(player.send(MARK, "{}")).hasToString("{\"isRead\":true}");

        assertThat(ids("isRead")).containsExactly("new", "old", "always");
        assertThat(isRead()).isTrue();
        assertThat(player.post(MARK, "").statusCode()).isEqualTo(200);
        assertThat(player.send(MARK, "{\"ids\":[]}")).hasToString("{\"isRead\":true}");
    }

    @Test
    void each_player_reads_alone() {
        server.newPlayer().send(MARK, "{}");

        assertThat(isRead()).isFalse();
    }

    @Test
    void a_repeat_under_its_key_is_the_same_and_another_request_under_it_is_refused() {
        HttpResponse<String> first = player.postWithKey(MARK, "{}", "k1");
        HttpResponse<String> again = player.postWithKey(MARK, "{}", "k1");
        HttpResponse<String> other = player.postWithKey(MARK, "{\"ids\":[\"old\"]}", "k1");

        assertThat(first.headers().firstValue("Idempotency-Hit")).isEmpty();
        assertThat(again.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertThat(TestPlayer.data(again)).isEqualTo(TestPlayer.data(first));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(code(other)).isEqualTo("idempotency_key_reused");
    }

    @Test
    @Tag(TestStorage.ALONE)
    void popups_come_one_with_each_wave_and_none_twice() {
        assertThat(ids("isPopup")).isEmpty();

        assertThat(server.engine().beginPopupWave()).isTrue();
        assertThat(ids("isPopup")).containsExactly("new");
        assertThat(ids("isPopup")).containsExactly("new");
        server.clock().advance(Duration.ofMinutes(1));
        player.send(MARK, "{\"ids\":[\"new\"]}");
        assertThat(ids("isPopup")).isEmpty();

        server.clock().advance(Duration.ofHours(3).minusMinutes(1).minusMillis(1));
        assertThat(server.engine().beginPopupWave()).isFalse();
        server.clock().advance(Duration.ofMillis(1));
        assertThat(server.engine().beginPopupWave()).isTrue();
        assertThat(ids("isPopup")).containsExactly("old");
        server.clock().advance(Duration.ofMinutes(1));
        player.send(MARK, "{\"ids\":[\"old\"]}");

        server.clock().advance(Duration.ofHours(3));
        server.engine().beginPopupWave();
        assertThat(ids("isPopup")).isEmpty();
    }

    @Test
    void who_reads_everything_is_shown_no_popup() {
        player.send(MARK, "{}");
        server.clock().advance(Duration.ofHours(3));
        server.engine().beginPopupWave();

        assertThat(ids("isPopup")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ids\":\"old\"}",
                "{\"ids\":[5]}",
                "{\"ids\":[null]}",
                "{\"ids\":[\"\"]}",
                "{\"ids\":[\"Old News\"]}",
                "{\"ids\":[[\"old\"]]}",
                "{\"ids\":{\"a\":1}}"
            })
    void what_is_no_list_of_names_is_400(String body) {
        HttpResponse<String> refused = player.post(MARK, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(ids("isRead")).isEmpty();
    }

    @Test
    void more_than_a_hundred_names_are_400() {
        String names = "\"old\",".repeat(100);

        assertThat(player.post(MARK, "{\"ids\":[" + names + "\"old\"]}").statusCode())
                .isEqualTo(400);
    }
}
