package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.prize.PrizeTable;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.schedule.OccurrenceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A tournament that comes again and again, as content describes it. What has been announced stays
 * as it was when the content is changed.
 *
 * @param id what the names of its tournaments begin with, of at most {@link #ID_LENGTH_MAX}
 *     characters; the moment they open stands behind it ({@link OccurrenceName})
 * @param name what players read
 * @param minigame what is played
 * @param firstStart when the first one opens, in whole milliseconds
 * @param every how long after one the next one opens
 * @param lasts how long each is open, at most {@code every}
 * @param scoring how scores become standings
 * @param currency what an entry is paid in
 * @param entryFee what an entry costs, whole units; 0 for nothing
 * @param entriesPerPlayer how often a player can enter each
 * @param seats how many entries there are for all players together; {@link
 *     TournamentDefinition#UNLIMITED} for no limit
 * @param requirements what a player must have to enter
 * @param prizes what is won
 */
public record TournamentSeries(
        TournamentId id,
        String name,
        MinigameId minigame,
        Instant firstStart,
        Duration every,
        Duration lasts,
        Scoring scoring,
        Currency currency,
        long entryFee,
        int entriesPerPlayer,
        int seats,
        List<Requirement> requirements,
        PrizeTable prizes) {
    /** The most characters of a series' name. */
    public static final int ID_LENGTH_MAX = 28;

    /** Copies the list. */
    public TournamentSeries {
        requirements = List.copyOf(requirements);
    }

    /**
     * Returns which one is the latest that has opened at {@code nowMillis}, 0 for the first; -1
     * before that.
     */
    public long latest(long nowMillis) {
        long since = nowMillis - firstStart.toEpochMilli();
        return since < 0 ? -1 : since / every.toMillis();
    }

    /**
     * Returns one of its tournaments.
     *
     * @param number which one, 0 for the first
     */
    public TournamentDefinition occurrence(long number) {
        long opens =
                Math.addExact(
                        firstStart.toEpochMilli(), Math.multiplyExact(number, every.toMillis()));
        return new TournamentDefinition(
                new TournamentId(OccurrenceName.of(id.value(), opens)),
                name,
                minigame,
                opens,
                Math.addExact(opens, lasts.toMillis()),
                scoring,
                currency,
                entryFee,
                entriesPerPlayer,
                seats,
                requirements,
                prizes);
    }
}
