package com.luckyfunatic.engine.hold;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where holds of one kind are kept. Thread-safe; calls may block on the storage. */
public interface Holds<H extends Hold> {
    /**
     * Keeps what was paid for for good, or gives back what was not. Again is no error.
     *
     * @return whether it is so afterwards; not when it was settled otherwise, or is unknown
     */
    boolean settle(H hold, boolean isPaid);

    /**
     * Returns up to {@code limit} holds that are not settled and end at {@code untilMillis} or
     * before, in an order that stays.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link com.luckyfunatic.engine.storage.Page#LIMIT_MAX}
     */
    List<H> overdue(long untilMillis, @Nullable H after, int limit);
}
