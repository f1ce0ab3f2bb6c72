package com.luckyfunatic.server.support;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the releases of the content.
 *
 * @param data the releases
 * @param nextCursor where the next part begins; null at the end
 * @param serverTime when it was read
 */
record ReleasePage(List<ReleaseView> data, @Nullable String nextCursor, Instant serverTime) {}
