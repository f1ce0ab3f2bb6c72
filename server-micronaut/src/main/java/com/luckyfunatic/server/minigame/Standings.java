package com.luckyfunatic.server.minigame;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.leaderboard.Score;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.server.api.CursorCodec;
import com.luckyfunatic.server.api.PageLimit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows boards: the top, page by page, or around a player. Thread-safe; blocks on the storage. */
@Singleton
public final class Standings {
    private static final int PLACE_PARTS = 4;

    private final GameEngine engine;
    private final CursorCodec cursors;

    Standings(GameEngine engine, CursorCodec cursors) {
        this.engine = engine;
        this.cursors = cursors;
    }

    /**
     * Returns a page of {@code board}.
     *
     * @param player who asks
     * @param around whether those around the player are wanted in the place of the best
     * @param cursor where the page begins, as a page before said; null for the top
     * @throws com.luckyfunatic.server.error.ProblemException when cursor or limit are none
     */
    public StandingsPage page(
            BoardId board,
            PlayerId player,
            boolean around,
            @Nullable String cursor,
            @Nullable String limit) {
        int size = PageLimit.parse(limit);
        BoardPlace after = cursor == null ? null : decode(board, cursor);
        Page<RankedPlace> page =
                around
                        ? new Page<>(boards().around(board, player, size), false)
                        : boards().page(board, after, size);
        List<RankedPlace> places = page.items();
        return new StandingsPage(
                places.stream().map(place -> show(place, player)).toList(),
                of(board, player),
                boards().size(board),
                page.hasMore() ? encode(board, places.getLast().place()) : null,
                Instant.ofEpochMilli(engine.clock().millis()));
    }

    /** Returns where {@code player} stands on {@code board}; null for nowhere. */
    public @Nullable StandingView of(BoardId board, PlayerId player) {
        return boards().rank(board, player).map(place -> show(place, player)).orElse(null);
    }

    private StandingView show(RankedPlace ranked, PlayerId asking) {
        PlayerId player = ranked.place().player();
        return StandingView.of(
                ranked,
                engine.storage().directory().profile(player).orElse(null),
                player.equals(asking));
    }

    private String encode(BoardId board, BoardPlace place) {
        return cursors.encode(
                list(board),
                place.score().whole()
                        + ":"
                        + place.score().fraction()
                        + ":"
                        + place.reachedAtMillis()
                        + ":"
                        + place.player());
    }

    private BoardPlace decode(BoardId board, String cursor) {
        String[] parts = cursors.decode(list(board), cursor).split(":", PLACE_PARTS);
        return new BoardPlace(
                new Score(Long.parseLong(parts[0]), Long.parseLong(parts[1])),
                Long.parseLong(parts[2]),
                PlayerId.parse(parts[3]));
    }

    private static String list(BoardId board) {
        return "board:" + board;
    }

    private Leaderboards boards() {
        return engine.storage().leaderboards();
    }
}
