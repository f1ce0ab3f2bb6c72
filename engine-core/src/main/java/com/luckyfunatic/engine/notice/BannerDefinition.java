package com.luckyfunatic.engine.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A banner as content describes it. Its texts are plain text, never markup.
 *
 * @param id its name
 * @param title what players read first, one line
 * @param text what players read below
 * @param image the picture, a path on this server or an {@code https} address; null for none
 * @param actionUrl the {@code https} address that a touch opens; null for none
 * @param order where it stands among the others: smallest first, equal ones as the content has them
 * @param audience whom it is for
 * @param availableFrom the first moment it is shown; null for always
 * @param availableUntil the first moment it is shown no more; null for never
 */
public record BannerDefinition(
        BannerId id,
        String title,
        String text,
        @Nullable String image,
        @Nullable String actionUrl,
        int order,
        Audience audience,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil) {
    /** Returns whether it is shown at {@code millis}, epoch milliseconds. */
    public boolean isShown(long millis) {
        return (availableFrom == null || millis >= availableFrom.toEpochMilli())
                && (availableUntil == null || millis < availableUntil.toEpochMilli());
    }
}
