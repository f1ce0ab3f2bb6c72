package com.luckyfunatic.engine.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.notice.NoticeCommand.MarkRead;
import com.luckyfunatic.engine.notice.NoticeEvent.AnnouncementsRead;
import com.luckyfunatic.engine.player.PlayerState;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementsTest {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final long NOW = NOON.toEpochMilli();
    private static final AnnouncementDefinition ALWAYS = plain("always", null);
    private static final AnnouncementDefinition OLD = popup("old", NOON.minusSeconds(100));
    private static final AnnouncementDefinition NEW = popup("new", NOON.minusSeconds(10));
    private static final AnnouncementDefinition SOON = popup("soon", NOON.plusMillis(1));
    private static final Catalog CATALOG =
            TestCatalog.standard().withAnnouncements(ALWAYS, OLD, NEW, SOON).build();

    private static AnnouncementDefinition plain(String id, @Nullable Instant from) {
        return announcement(id, false, Audience.EVERYONE, from);
    }

    private static AnnouncementDefinition popup(String id, @Nullable Instant from) {
        return announcement(id, true, Audience.EVERYONE, from);
    }

    private static AnnouncementDefinition announcement(
            String id, boolean popup, Audience audience, @Nullable Instant from) {
        return new AnnouncementDefinition(
                new AnnouncementId(id), "Title", "Text", null, popup, audience, from, null);
    }

    private static RuleContext at(long millis, Catalog catalog) {
        return new RuleContext(millis, catalog, new SplittableRandom(1));
    }

    private static PlayerState fresh() {
        return Players.fresh().state();
    }

    private static PlayerState read(PlayerState state, long millis, String... ids) {
        return read(state, millis, CATALOG, ids);
    }

    private static PlayerState read(
            PlayerState state, long millis, Catalog catalog, String... ids) {
        List<AnnouncementId> announcements = Stream.of(ids).map(AnnouncementId::new).toList();
        Decision decision =
                NoticeRules.decide(state, new MarkRead(false, announcements), at(millis, catalog));
        PlayerState after = state;
        for (GameEvent event : ((Decision.Accepted) decision).events()) {
            after = NoticeRules.evolve(after, (NoticeEvent) event);
        }
        return after;
    }

    private static @Nullable AnnouncementDefinition popup(PlayerState state, long lastWave) {
        return NoticeRules.popup(
                state, NoticeRules.announcements(CATALOG, Viewer.STRANGER, NOW), lastWave);
    }

    @Test
    void announcements_come_newest_first_and_those_of_later_not_yet() {
        assertThat(NoticeRules.announcements(CATALOG, Viewer.STRANGER, NOW))
                .containsExactly(NEW, OLD, ALWAYS);
        assertThat(NoticeRules.announcements(CATALOG, Viewer.STRANGER, NOW + 1))
                .containsExactly(SOON, NEW, OLD, ALWAYS);
    }

    @Test
    void only_whom_an_announcement_is_for_sees_it() {
        Audience portuguese = new Audience(1, 0, List.of("pt"), List.of());
        Catalog catalog =
                TestCatalog.standard()
                        .withAnnouncements(announcement("ola", false, portuguese, null))
                        .build();

        assertThat(NoticeRules.announcements(catalog, new Viewer(1, "pt-BR", null), NOW))
                .hasSize(1);
        assertThat(NoticeRules.announcements(catalog, new Viewer(1, "es", null), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void an_announcement_ends_before_its_last_moment(long offset, boolean shown) {
        var ending =
                new AnnouncementDefinition(
                        new AnnouncementId("it"),
                        "Title",
                        "Text",
                        null,
                        false,
                        Audience.EVERYONE,
                        null,
                        NOON);
        assertThat(ending.isShown(NOW + offset)).isEqualTo(shown);
    }

    @Test
    void what_was_read_stays_read_and_the_rest_does_not_become_so() {
        PlayerState state = read(fresh(), NOW, "old");

        assertThat(NoticeRules.isRead(state, OLD)).isTrue();
        assertThat(NoticeRules.isRead(state, NEW)).isFalse();
        assertThat(NoticeRules.isRead(state, ALWAYS)).isFalse();
    }

    @Test
    void reading_again_or_what_is_no_more_changes_nothing() {
        PlayerState state = read(fresh(), NOW, "old", "always");

        assertThat(read(state, NOW + 5, "old")).isEqualTo(state);
        assertThat(read(state, NOW + 5, "no_such_announcement")).isEqualTo(state);
        assertThat(read(state, NOW + 5)).isEqualTo(state);
        assertThat(state.notices().read()).hasSize(2);
    }

    @Test
    void what_is_named_twice_is_read_once() {
        assertThat(read(fresh(), NOW, "old", "old").notices().read()).containsExactly(OLD.id());
    }

    @Test
    void what_the_content_no_longer_has_is_forgotten_when_something_else_is_read() {
        Catalog next = TestCatalog.standard().withAnnouncements(NEW, ALWAYS).build();
        PlayerState state = read(fresh(), NOW, "old", "always");

        PlayerState after = read(state, NOW + 5, next, "new");

        assertThat(after.notices().read()).containsExactly(ALWAYS.id(), NEW.id());
    }

    @Test
    void the_event_says_what_was_read_and_whether_that_pops_up() {
        Decision decision =
                NoticeRules.decide(
                        fresh(),
                        new MarkRead(true, List.of(OLD.id(), ALWAYS.id())),
                        at(NOW, CATALOG));

        assertThat(((Decision.Accepted) decision).events())
                .containsExactly(
                        new AnnouncementsRead(
                                List.of(OLD.id(), ALWAYS.id()), List.of(), true, NOW));
    }

    @Test
    void before_the_first_wave_nothing_pops_up() {
        assertThat(popup(fresh(), 0)).isNull();
    }

    @Test
    void with_a_wave_the_newest_unread_one_pops_up_until_it_is_read() {
        PlayerState state = fresh();

        assertThat(popup(state, NOW - 50)).isEqualTo(NEW);
        assertThat(popup(state, NOW - 50)).isEqualTo(NEW);
        assertThat(popup(read(state, NOW, "new"), NOW - 50)).isNull();
    }

    @Test
    void the_next_one_comes_with_the_next_wave_and_none_comes_twice() {
        PlayerState state = read(fresh(), NOW, "new");

        assertThat(popup(state, NOW)).isNull();
        assertThat(popup(state, NOW + 1)).isEqualTo(OLD);
        state = read(state, NOW + 1, "old");
        assertThat(popup(state, NOW + 2)).isNull();
    }

    @Test
    void reading_what_does_not_pop_up_spends_no_wave() {
        PlayerState state = read(fresh(), NOW, "always");

        assertThat(popup(state, NOW - 50)).isEqualTo(NEW);
    }

    @Test
    void a_popup_that_was_read_among_the_others_does_not_pop_up() {
        PlayerState state = read(fresh(), NOW, "always", "old", "new");

        assertThat(popup(state, NOW + 1)).isNull();
    }

    @Test
    void one_command_names_as_many_as_content_may_have() {
        List<AnnouncementId> many = Collections.nCopies(1_000, OLD.id());
        assertThat(new MarkRead(false, many).announcements()).hasSize(1_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkRead(false, Collections.nCopies(1_001, OLD.id())));
    }

    @Test
    void reading_everything_is_one_intent_whatever_there_is_to_read() {
        assertThat(new MarkRead(true, List.of(OLD.id())).intent())
                .isEqualTo(new MarkRead(true, List.of(NEW.id())).intent());
        assertThat(new MarkRead(false, List.of(OLD.id())).intent())
                .isNotEqualTo(new MarkRead(false, List.of(NEW.id())).intent());
    }
}
