package com.luckyfunatic.engine.notice;

import java.util.List;

/**
 * What the game tells its players, as content describes it.
 *
 * @param banners promotions, in any order
 * @param announcements what players find among their notifications, in any order
 */
public record NoticesDefinition(
        List<BannerDefinition> banners, List<AnnouncementDefinition> announcements) {
    /** Nothing to tell. */
    public static final NoticesDefinition NONE = new NoticesDefinition(List.of(), List.of());

    /** Copies the lists. */
    public NoticesDefinition {
        banners = List.copyOf(banners);
        announcements = List.copyOf(announcements);
    }
}
