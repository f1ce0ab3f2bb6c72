package com.luckyfunatic.server.support;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what operators asked for.
 *
 * @param data entries, latest first
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
record OperatorActionsPage(
        List<OperatorActionView> data, @Nullable String nextCursor, Instant serverTime) {}
