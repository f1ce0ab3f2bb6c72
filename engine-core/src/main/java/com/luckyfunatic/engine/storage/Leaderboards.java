package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Running leaderboards. Each method is one atomic step on one board; finding a rank takes time in
 * proportion to the logarithm of the number of entries, or little more. Thread-safe; every method
 * may block.
 *
 * <p>A board is a projection of scores that their owner has recorded. A store may lose the last of
 * them like any soft change; sending all of them again, each player's in their order, then counts
 * what is missing and nothing twice.
 */
public interface Leaderboards {
    /**
     * Opens a board. One that exists stays as it is.
     *
     * @return the board as it is now
     */
    Board open(BoardId board, BoardSettings settings);

    /** Returns the board, without its entries. */
    Optional<Board> find(BoardId board);

    /**
     * Counts a score, as {@link com.luckyfunatic.engine.leaderboard.LeaderboardRules} decide. A run
     * that has counted is recognised and does not count again.
     */
    SubmissionOutcome submit(BoardId board, Submission submission);

    /** Returns what the board keeps of {@code player}, who may have been removed. */
    Optional<BoardEntry> entry(BoardId board, PlayerId player);

    /** Returns where {@code player} stands; empty for one who is not on the board. */
    Optional<RankedPlace> rank(BoardId board, PlayerId player);

    /**
     * Returns {@code player} with those around, best first. Near an end of the board more are of
     * the other side, so that there are {@code limit} of them as long as the board has so many.
     *
     * @param limit 1 to {@link Page#LIMIT_MAX}; of an even number, one more is before the player
     * @return nothing when the player is not on the board
     */
    List<RankedPlace> around(BoardId board, PlayerId player, int limit);

    /**
     * Returns places, best first. On a board that does not change, pages follow each other without
     * gaps or repeats.
     *
     * @param after the last place of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     * @return nothing when there is no such board
     */
    Page<RankedPlace> page(BoardId board, @Nullable BoardPlace after, int limit);

    /** Returns how many players are on the board; 0 when there is no such board. */
    long size(BoardId board);

    /**
     * Takes a player off a board, also off a frozen one, for good: everybody below moves up, later
     * scores are refused.
     *
     * @return whether the player was on the board
     */
    boolean remove(BoardId board, PlayerId player);

    /**
     * Takes no more scores. Repeated scores are still recognised, and players can be removed.
     *
     * @return whether there is such a board; doing it again is no error
     */
    boolean freeze(BoardId board);

    /** Forgets a board with all its entries; doing it again is no error. */
    void drop(BoardId board);
}
