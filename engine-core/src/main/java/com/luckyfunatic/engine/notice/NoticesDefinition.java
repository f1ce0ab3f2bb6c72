package com.luckyfunatic.engine.notice;

import java.util.List;

/**
 * What the game tells its players, as content describes it.
 *
 * @param banners promotions, in any order
 */
public record NoticesDefinition(List<BannerDefinition> banners) {
    /** Nothing to tell. */
    public static final NoticesDefinition NONE = new NoticesDefinition(List.of());

    /** Copies the lists. */
    public NoticesDefinition {
        banners = List.copyOf(banners);
    }
}
