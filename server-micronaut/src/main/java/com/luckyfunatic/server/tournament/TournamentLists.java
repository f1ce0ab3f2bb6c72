package com.luckyfunatic.server.tournament;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.server.api.PageLimit;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pages of tournaments that are announced or were. Thread-safe. */
@Singleton
public final class TournamentLists {
    private final GameEngine engine;
    private final TournamentCursors cursors;

    TournamentLists(GameEngine engine, TournamentCursors cursors) {
        this.engine = engine;
        this.cursors = cursors;
    }

    /**
     * Returns tournaments, those that close last first.
     *
     * @param minigame of which game; null for all
     * @param nowMillis as of when, epoch milliseconds
     * @param cursor as it came; null for the first page
     * @param limit as it came; null for the usual length
     */
    public TournamentsPage page(
            @Nullable MinigameId minigame,
            long nowMillis,
            @Nullable String cursor,
            @Nullable String limit) {
        Page<Tournament> page =
                engine.storage()
                        .tournaments()
                        .page(minigame, cursors.place(cursor), PageLimit.parse(limit));
        return new TournamentsPage(
                page.items().stream().map(each -> TournamentView.of(each, nowMillis)).toList(),
                page.hasMore() ? cursors.encode(page.items().getLast().place()) : null,
                Instant.ofEpochMilli(nowMillis));
    }
}
