package com.luckyfunatic.server.support;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what is held of supplies.
 *
 * @param data holds, oldest first
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
record StockHoldPage(List<StockHoldView> data, @Nullable String nextCursor, Instant serverTime) {}
