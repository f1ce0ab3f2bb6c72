package com.luckyfunatic.server.notice;

import com.luckyfunatic.engine.notice.BannerDefinition;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A banner as clients see it. Texts are plain text: show them as such.
 *
 * @param id its name in the catalog
 * @param title one line
 * @param text may have several lines
 * @param image a path on this server or an https address; null for none
 * @param actionUrl the https address that a touch opens; null for none
 * @param availableUntil when it goes; null for never
 */
@Schema(
        example =
                """
                {"id": "news_of_the_fair", "title": "News of the fair",
                "text": "Join the channel, where everything is told first.",
                "image": "/assets/cards/places.svg",
                "actionUrl": "https://t.me/lucky_funatic",
                "availableUntil": "2026-12-24T00:00:00.000Z"}
                """)
public record BannerView(
        String id,
        String title,
        String text,
        @Nullable String image,
        @Nullable String actionUrl,
        @Nullable Instant availableUntil) {
    static List<BannerView> all(List<BannerDefinition> banners) {
        return banners.stream().map(BannerView::of).toList();
    }

    private static BannerView of(BannerDefinition banner) {
        return new BannerView(
                banner.id().value(),
                banner.title(),
                banner.text(),
                banner.image(),
                banner.actionUrl(),
                banner.availableUntil());
    }
}
