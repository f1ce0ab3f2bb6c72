package com.luckyfunatic.engine.notice;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.notice.NoticeEvent.AnnouncementsRead;
import com.luckyfunatic.engine.player.PlayerState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of notices. Pure.
 *
 * <p>Announcements are read one by one, and stay read. Popups come in waves, so that a player who
 * missed many is not shown one after the other: with each wave, which a job begins every {@link
 * #POPUP_WAVE_MILLIS}, a player is due one popup, the newest unread one. It goes on popping up
 * until it is read, and never again afterwards; the next one comes with the next wave.
 */
public final class NoticeRules {
    /** The time between two waves of popups, milliseconds. */
    public static final long POPUP_WAVE_MILLIS = Duration.ofHours(3).toMillis();

    private NoticeRules() {}

    /** Returns the banners that {@code viewer} sees at {@code millis}, in their order. */
    public static List<BannerDefinition> banners(Catalog catalog, Viewer viewer, long millis) {
        return catalog.banners().stream()
                .filter(banner -> banner.isShown(millis) && banner.audience().includes(viewer))
                .toList();
    }

    /** Returns the announcements that {@code viewer} sees at {@code millis}, newest first. */
    public static List<AnnouncementDefinition> announcements(
            Catalog catalog, Viewer viewer, long millis) {
        return catalog.announcements().stream()
                .filter(each -> each.isShown(millis) && each.audience().includes(viewer))
                .toList();
    }

    /** Returns whether the player with {@code state} has read {@code announcement}. */
    public static boolean isRead(PlayerState state, AnnouncementDefinition announcement) {
        return state.notices().read().contains(announcement.id());
    }

    /**
     * Returns which of the announcements that a player sees pops up now; null for none.
     *
     * @param seen what the player sees, newest first
     * @param lastWaveMillis when the last wave began, epoch milliseconds; 0 when there was none
     */
    public static @Nullable AnnouncementDefinition popup(
            PlayerState state, List<AnnouncementDefinition> seen, long lastWaveMillis) {
        if (state.notices().popupReadAtMillis() >= lastWaveMillis) {
            return null;
        }
        return seen.stream()
                .filter(each -> each.popup() && !isRead(state, each))
                .findFirst()
                .orElse(null);
    }

    /** Decides a command on notices. */
    public static Decision decide(PlayerState state, NoticeCommand command, RuleContext context) {
        return switch (command) {
            case NoticeCommand.MarkRead mark -> mark(state, mark, context);
        };
    }

    private static Decision mark(
            PlayerState state, NoticeCommand.MarkRead mark, RuleContext context) {
        Catalog catalog = context.catalog();
        List<AnnouncementId> before = state.notices().read();
        List<AnnouncementDefinition> read =
                catalog.announcements().stream()
                        .filter(each -> mark.announcements().contains(each.id()))
                        .filter(each -> !before.contains(each.id()))
                        .toList();
        if (read.isEmpty()) {
            return Decision.accepted(Result.Done.DONE);
        }
        return Decision.accepted(
                Result.Done.DONE,
                new AnnouncementsRead(
                        read.stream().map(AnnouncementDefinition::id).toList(),
                        before.stream().filter(id -> catalog.announcement(id) == null).toList(),
                        read.stream().anyMatch(AnnouncementDefinition::popup),
                        context.nowMillis()));
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, NoticeEvent event) {
        NoticeState before = state.notices();
        return switch (event) {
            case AnnouncementsRead(var read, var forgotten, boolean popup, long at) ->
                    state.change()
                            .notices(
                                    new NoticeState(
                                            Stream.concat(
                                                            before.read().stream()
                                                                    .filter(id ->
                                                                            !forgotten.contains(
                                                                                    id)),
                                                            read.stream())
                                                    .toList(),
                                            popup ? at : before.popupReadAtMillis()))
                            .done();
        };
    }
}
