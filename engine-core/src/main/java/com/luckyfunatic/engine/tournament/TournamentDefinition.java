package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.prize.PrizeTable;
import com.luckyfunatic.engine.requirement.Requirement;
import java.time.Duration;
import java.util.List;

/**
 * What somebody has decided about a tournament. {@link TournamentProblem#of} tells what is wrong
 * with one.
 *
 * @param id its name, of at most {@link #ID_LENGTH_MAX} characters, because others are made of it
 * @param name what players read
 * @param minigame what is played
 * @param opensAtMillis from this moment on it takes entries and scores, epoch milliseconds
 * @param closesAtMillis from this moment on it takes no entries, epoch milliseconds
 * @param scoring how scores become standings
 * @param currency what an entry is paid in
 * @param entryFee what an entry costs, whole units; 0 for nothing
 * @param entriesPerPlayer how often a player can enter, 1 to {@link #ENTRIES_MAX}. Each entry is
 *     paid for and adds to the pool; all of them together are one place in the standings
 * @param seats how many entries there are for all players together; {@link #UNLIMITED} for no limit
 * @param requirements what a player must have to enter
 * @param prizes what is won
 */
public record TournamentDefinition(
        TournamentId id,
        String name,
        MinigameId minigame,
        long opensAtMillis,
        long closesAtMillis,
        Scoring scoring,
        Currency currency,
        long entryFee,
        int entriesPerPlayer,
        int seats,
        List<Requirement> requirements,
        PrizeTable prizes) {
    /** The most characters of its name. */
    public static final int ID_LENGTH_MAX = 40;

    /** The most characters of what players read. */
    public static final int NAME_MAX = 100;

    /** The most entries of one player. */
    public static final int ENTRIES_MAX = 100;

    /** As many entries as are wanted. */
    public static final int UNLIMITED = 0;

    /** The most seats that can be told. */
    public static final int SEATS_MAX = 10_000_000;

    /** The longest time from opening to closing. */
    public static final Duration LENGTH_MAX = Duration.ofDays(366);

    /** How long after the close scores are taken for runs that were started before it. */
    public static final Duration GRACE = Duration.ofSeconds(60);

    /** How long after its end a tournament waits at most for a look at flagged runs. */
    public static final Duration REVIEW = Duration.ofDays(1);

    /** Copies the list. */
    public TournamentDefinition {
        requirements = List.copyOf(requirements);
    }

    /** Returns the name of its leaderboard. */
    public BoardId board() {
        return board(id);
    }

    /** Returns the name of the leaderboard of {@code tournament}. */
    public static BoardId board(TournamentId tournament) {
        return new BoardId("tournament_" + tournament);
    }

    /** Returns what its leaderboard is opened with. */
    public BoardSettings boardSettings() {
        return new BoardSettings(scoring, endsAtMillis());
    }

    /** Returns the last moment whose scores can count, epoch milliseconds. */
    public long endsAtMillis() {
        return closesAtMillis + GRACE.toMillis();
    }

    /**
     * Returns until when a flagged run can be approved, and its tournament waits for it, epoch
     * milliseconds.
     */
    public long reviewedUntilMillis() {
        return endsAtMillis() + REVIEW.toMillis();
    }

    /** Returns whether there are only so many entries for all players together. */
    public boolean isLimited() {
        return seats != UNLIMITED;
    }
}
