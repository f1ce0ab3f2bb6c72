package com.luckyfunatic.engine;

import com.luckyfunatic.engine.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;

/**
 * The content in force, and what was in force before: what has accrued under earlier content is
 * paid at its rates. Immutable.
 *
 * @param catalog the content in force
 * @param past earlier content, oldest first; at most {@link #PAST_MAX}, beyond which the oldest are
 *     forgotten
 */
record ContentTimeline(Catalog catalog, List<Past> past) {
    /** How much earlier content is kept. */
    static final int PAST_MAX = 16;

    /** Content that was in force before {@code untilMillis}, epoch milliseconds. */
    record Past(Catalog catalog, long untilMillis) {}

    /** Copies the list. */
    ContentTimeline {
        past = List.copyOf(past);
    }

    /** Returns the timeline of {@code catalog} alone. */
    static ContentTimeline of(Catalog catalog) {
        return new ContentTimeline(catalog, List.of());
    }

    /**
     * Returns this with {@code newCatalog} in force from {@code fromMillis} on, or from the last
     * change of content if that is later.
     */
    ContentTimeline next(Catalog newCatalog, long fromMillis) {
        List<Past> all = new ArrayList<>(past);
        long from =
                past.isEmpty() ? fromMillis : Math.max(fromMillis, past.getLast().untilMillis());
        all.add(new Past(catalog, from));
        return new ContentTimeline(
                newCatalog, all.subList(Math.max(0, all.size() - PAST_MAX), all.size()));
    }

    /** Whether other content came into force after {@code millis}. */
    boolean hasChangedSince(long millis) {
        return !past.isEmpty() && millis < past.getLast().untilMillis();
    }
}
