package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.minigame.BoardRuns;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.RecordedBoards;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import java.util.List;
import java.util.Optional;

/**
 * Standings of a tournament, made from its recorded runs by the rules of leaderboards. Once no run
 * can be recorded or approved any more, they are final. Disqualified players have no place.
 *
 * <p>All players are in memory at once. Thread-safe; calls block on the storage.
 */
final class RecordedStandings {
    private final GameStorage storage;

    RecordedStandings(GameStorage storage) {
        this.storage = storage;
    }

    /** Returns who stands where, best first. */
    List<BoardPlace> of(Tournament tournament) {
        TournamentDefinition definition = tournament.definition();
        return RecordedBoards.of(tournament, storage).entries().values().stream()
                .map(entry -> entry.place(definition.scoring()))
                .sorted(new Board(definition.boardSettings(), false).order())
                .toList();
    }

    /** Returns where {@code player} stands; empty for one without a place. */
    Optional<BoardPlace> of(Tournament tournament, PlayerId player) {
        return Optional.ofNullable(RecordedBoards.of(tournament, storage).entries().get(player))
                .map(entry -> entry.place(tournament.definition().scoring()));
    }

    /**
     * Returns whether a flagged run of the tournament waits for somebody to look at it, and could
     * count: not one of a player who is disqualified.
     */
    boolean awaitReview(Tournament tournament) {
        BoardRuns board = RecordedBoards.of(tournament, storage);
        long after = 0;
        Page<MinigameRun> page;
        do {
            page = storage.minigameRuns().flagged(tournament.id(), after, Page.LIMIT_MAX);
            for (MinigameRun run : page.items()) {
                after = run.id();
                if (board.counts().test(run)) {
                    return true;
                }
            }
        } while (page.hasMore());
        return false;
    }
}
