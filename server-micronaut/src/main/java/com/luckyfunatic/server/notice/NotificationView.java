package com.luckyfunatic.server.notice;

import com.luckyfunatic.engine.notice.AnnouncementDefinition;
import com.luckyfunatic.engine.notice.NoticeRules;
import com.luckyfunatic.engine.player.PlayerState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notification as clients see it. Texts are plain text: show them as such.
 *
 * @param id its name in the catalog
 * @param title one line
 * @param text may have several lines
 * @param actionUrl the https address that a touch opens; null for none
 * @param publishedAt since when it is shown; null for always
 * @param availableUntil when it goes; null for never
 * @param isRead whether the player has read it
 * @param isPopup whether it is to be laid over the game now; of one at most
 */
@Schema(
        example =
                """
                {"id": "welcome_to_the_fair", "title": "Welcome to the fair",
                "text": "Tap the machine, buy cards, come back for what they earned.",
                "actionUrl": null, "publishedAt": "2026-11-20T00:00:00.000Z",
                "availableUntil": null, "isRead": false, "isPopup": true}
                """)
public record NotificationView(
        String id,
        String title,
        String text,
        @Nullable String actionUrl,
        @Nullable Instant publishedAt,
        @Nullable Instant availableUntil,
        boolean isRead,
        boolean isPopup) {
    static List<NotificationView> all(
            List<AnnouncementDefinition> seen,
            PlayerState state,
            @Nullable AnnouncementDefinition popup) {
        return seen.stream()
                .map(each ->
                        new NotificationView(
                                each.id().value(),
                                each.title(),
                                each.text(),
                                each.actionUrl(),
                                each.availableFrom(),
                                each.availableUntil(),
                                NoticeRules.isRead(state, each),
                                each.equals(popup)))
                .toList();
    }
}
