package com.luckyfunatic.engine.notice;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom a notice is for: those who meet every condition.
 *
 * @param fromRank the lowest rank, from 1
 * @param toRank the highest rank; 0 for no limit
 * @param languages language tags in lower case, such as {@code pt} or {@code pt-br}: a player's
 *     language is one of them, or a variety of one; none for every language
 * @param campaigns the campaigns of arrival, as links spell them; none for everybody
 */
public record Audience(int fromRank, int toRank, List<String> languages, List<String> campaigns) {
    /** Everybody. */
    public static final Audience EVERYONE = new Audience(1, 0, List.of(), List.of());

    /** Copies the lists. */
    public Audience {
        languages = List.copyOf(languages);
        campaigns = List.copyOf(campaigns);
    }

    /** Returns whether {@code viewer} is one of them. */
    public boolean includes(Viewer viewer) {
        return viewer.rank() >= fromRank
                && (toRank == 0 || viewer.rank() <= toRank)
                && (languages.isEmpty() || speaks(viewer.languageCode()))
                && (campaigns.isEmpty() || cameBy(viewer.campaign()));
    }

    private boolean speaks(@Nullable String languageCode) {
        if (languageCode == null) {
            return false;
        }
        String tag = languageCode.toLowerCase(Locale.ROOT);
        return languages.stream()
                .anyMatch(language -> tag.equals(language) || tag.startsWith(language + "-"));
    }

    private boolean cameBy(@Nullable String campaign) {
        return campaign != null && campaigns.contains(campaign);
    }
}
