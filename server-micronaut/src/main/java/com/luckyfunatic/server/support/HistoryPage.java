package com.luckyfunatic.server.support;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a player's changes.
 *
 * @param data changes, latest first
 * @param endsEarly whether there were older ones that are no longer kept
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
record HistoryPage(
        List<ChangeView> data,
        boolean endsEarly,
        @Nullable String nextCursor,
        Instant serverTime) {}
