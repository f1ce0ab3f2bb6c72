package com.luckyfunatic.server.tournament;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of tournaments.
 *
 * @param data tournaments, those that close last first
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
public record TournamentsPage(
        List<TournamentView> data, @Nullable String nextCursor, Instant serverTime) {}
