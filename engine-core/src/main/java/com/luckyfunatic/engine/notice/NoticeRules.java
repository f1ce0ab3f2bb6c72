package com.luckyfunatic.engine.notice;

import com.luckyfunatic.engine.catalog.Catalog;
import java.util.List;

/** The rules of notices. Pure. */
public final class NoticeRules {
    private NoticeRules() {}

    /** Returns the banners that {@code viewer} sees at {@code millis}, in their order. */
    public static List<BannerDefinition> banners(Catalog catalog, Viewer viewer, long millis) {
        return catalog.banners().stream()
                .filter(banner -> banner.isShown(millis) && banner.audience().includes(viewer))
                .toList();
    }
}
