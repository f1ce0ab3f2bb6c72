package com.luckyfunatic.engine.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An announcement as content describes it: what players find among their notifications. Its texts
 * are plain text, never markup.
 *
 * @param id its name
 * @param title what players read first, one line
 * @param text what players read below
 * @param actionUrl the {@code https} address that a touch opens; null for none
 * @param popup whether it also lays itself over the game, once
 * @param audience whom it is for
 * @param availableFrom the first moment it is shown; null for always
 * @param availableUntil the first moment it is shown no more; null for never
 */
public record AnnouncementDefinition(
        AnnouncementId id,
        String title,
        String text,
        @Nullable String actionUrl,
        boolean popup,
        Audience audience,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil) {
    /** Returns whether it is shown at {@code millis}, epoch milliseconds. */
    public boolean isShown(long millis) {
        return (availableFrom == null || millis >= availableFrom.toEpochMilli())
                && (availableUntil == null || millis < availableUntil.toEpochMilli());
    }
}
