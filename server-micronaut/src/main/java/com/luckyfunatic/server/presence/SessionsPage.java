package com.luckyfunatic.server.presence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a player's sessions.
 *
 * @param data sessions, latest first
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
public record SessionsPage(
        List<SessionView> data, @Nullable String nextCursor, Instant serverTime) {}
