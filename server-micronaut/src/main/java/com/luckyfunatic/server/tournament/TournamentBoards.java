package com.luckyfunatic.server.tournament;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.server.operation.PlayerReads;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the leaderboards of tournaments. Thread-safe; calls block on the storage. */
@Singleton
final class TournamentBoards {
    private final GameEngine engine;
    private final TournamentCursors cursors;

    TournamentBoards(GameEngine engine, TournamentCursors cursors) {
        this.engine = engine;
        this.cursors = cursors;
    }

    LeaderboardPage page(
            Tournament tournament, PlayerReads.Snapshot seen, @Nullable String cursor, int limit) {
        Page<RankedPlace> page =
                boards().page(
                                tournament.definition().board(),
                                cursors.boardPlace(tournament.id(), cursor),
                                limit);
        return shown(
                tournament,
                seen,
                page.items(),
                page.hasMore()
                        ? cursors.encode(tournament.id(), page.items().getLast().place())
                        : null);
    }

    LeaderboardPage around(Tournament tournament, PlayerReads.Snapshot seen, int limit) {
        List<RankedPlace> places =
                boards().around(tournament.definition().board(), seen.state().id(), limit);
        return shown(tournament, seen, places, null);
    }

    private LeaderboardPage shown(
            Tournament tournament,
            PlayerReads.Snapshot seen,
            List<RankedPlace> places,
            @Nullable String nextCursor) {
        PlayerId me = seen.state().id();
        BoardId board = tournament.definition().board();
        return new LeaderboardPage(
                places.stream().map(each -> PlaceView.of(each, me)).toList(),
                boards().rank(board, me).map(each -> PlaceView.of(each, me)).orElse(null),
                boards().size(board),
                nextCursor,
                Instant.ofEpochMilli(seen.context().nowMillis()));
    }

    private Leaderboards boards() {
        return engine.storage().leaderboards();
    }
}
