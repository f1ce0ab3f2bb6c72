package com.luckyfunatic.server.tournament;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.Score;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentPlace;
import com.luckyfunatic.server.api.CursorCodec;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cursors of lists of tournaments, of their boards, and of a player's entries. Thread-safe. */
@Singleton
final class TournamentCursors {
    private static final String TOURNAMENTS = "tournaments";

    private final CursorCodec codec;

    TournamentCursors(CursorCodec codec) {
        this.codec = codec;
    }

    String encode(TournamentPlace place) {
        return codec.encode(TOURNAMENTS, place.closesAtMillis() + ":" + place.id());
    }

    @Nullable TournamentPlace place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = parts(TOURNAMENTS, cursor);
        return new TournamentPlace(
                Long.parseLong(parts.getFirst()), new TournamentId(parts.getLast()));
    }

    String encode(TournamentId tournament, BoardPlace place) {
        return codec.encode(
                board(tournament),
                place.score().whole()
                        + ":"
                        + place.score().fraction()
                        + ":"
                        + place.reachedAtMillis()
                        + ":"
                        + place.player());
    }

    @Nullable BoardPlace boardPlace(TournamentId tournament, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = parts(board(tournament), cursor);
        return new BoardPlace(
                new Score(Long.parseLong(parts.get(0)), Long.parseLong(parts.get(1))),
                Long.parseLong(parts.get(2)),
                PlayerId.parse(parts.get(3)));
    }

    private static String board(TournamentId tournament) {
        return "tournament-board:" + tournament;
    }

    String encode(TournamentEntry entry) {
        return codec.encode(history(entry.player()), entry.operationId().value());
    }

    /** Returns the entry that a cursor of the player's history stands for. */
    @Nullable TournamentEntry entry(
            Tournaments tournaments, PlayerId player, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        OperationId id = new OperationId(codec.decode(history(player), cursor));
        return tournaments.entry(player, id).orElse(null);
    }

    private static String history(PlayerId player) {
        return "tournament-history:" + player;
    }

    private List<String> parts(String list, String cursor) {
        return List.of(codec.decode(list, cursor).split(":", -1));
    }
}
