package com.luckyfunatic.server.support;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of entries of the journals that could not be understood.
 *
 * @param data entries, latest first
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
record QuarantinePage(List<QuarantineView> data, @Nullable String nextCursor, Instant serverTime) {}
