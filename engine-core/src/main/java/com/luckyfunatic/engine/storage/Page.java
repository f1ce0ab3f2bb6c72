package com.luckyfunatic.engine.storage;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items the part, in the order of the list
 * @param hasMore whether more follows the last item
 * @param endsEarly whether there was more that is no longer kept; then {@code hasMore} is false
 */
public record Page<T>(List<T> items, boolean hasMore, boolean endsEarly) {
    /** The most items of one page. */
    public static final int LIMIT_MAX = 100;

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
        if (hasMore && endsEarly) {
            throw new IllegalArgumentException("a list that has more has not ended");
        }
    }

    /** A part of a list of which everything is kept. */
    public Page(List<T> items, boolean hasMore) {
        this(items, hasMore, false);
    }

    /**
     * Returns {@code limit} if a page can have so many items.
     *
     * @throws IllegalArgumentException when it is not 1 to {@link #LIMIT_MAX}
     */
    public static int requireLimit(int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException(
                    "limit must be 1 to " + LIMIT_MAX + ", was " + limit);
        }
        return limit;
    }

    /** Returns the page of {@code limit} items from a list that was read one item further. */
    public static <T> Page<T> ofOneMore(List<T> read, int limit) {
        return read.size() > limit
                ? new Page<>(read.subList(0, limit), true)
                : new Page<>(read, false);
    }
}
