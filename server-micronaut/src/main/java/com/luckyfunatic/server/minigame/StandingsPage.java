package com.luckyfunatic.server.minigame;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a board.
 *
 * @param data places, best first
 * @param me where the caller stands; null for nowhere
 * @param players how many stand on the board
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
public record StandingsPage(
        List<StandingView> data,
        @Nullable StandingView me,
        long players,
        @Nullable String nextCursor,
        Instant serverTime) {}
