package com.luckyfunatic.server.support;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of commands that wait to be carried out.
 *
 * @param data commands, longest waiting first
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
record FollowUpPage(List<FollowUpView> data, @Nullable String nextCursor, Instant serverTime) {}
