package com.luckyfunatic.server.user;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the friends' ranking.
 *
 * @param data friends by lifetime funz, most first
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
public record FriendsPage(List<FriendView> data, @Nullable String nextCursor, Instant serverTime) {}
