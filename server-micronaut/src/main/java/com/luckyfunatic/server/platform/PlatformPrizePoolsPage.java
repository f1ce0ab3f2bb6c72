package com.luckyfunatic.server.platform;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of prize pools.
 *
 * @param data prize pools, those of tournaments that close last first
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
public record PlatformPrizePoolsPage(
        List<PlatformPrizePoolView> data, @Nullable String nextCursor, Instant serverTime) {}
