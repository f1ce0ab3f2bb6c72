package com.luckyfunatic.server.tournament;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a player has entered.
 *
 * @param data entries, latest first
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
public record HistoryPage(
        List<HistoryEntryView> data, @Nullable String nextCursor, Instant serverTime) {}
