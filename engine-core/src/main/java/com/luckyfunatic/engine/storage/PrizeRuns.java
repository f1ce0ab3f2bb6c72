package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.RankReceipt;
import com.luckyfunatic.engine.prize.RankingProgress;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Final standings of tournaments, and what was paid for them. They are written from the first rank
 * on without gaps, once, and stay for ever.
 *
 * <p>Each call is one atomic step. What {@link #complete} was told of is safe from everything but
 * the loss of the store when it returns, and so is all that was written before; what a crash takes
 * of the rest leaves no gap. A call that failed may have been carried out; it may be repeated.
 * Thread-safe; every method throws {@link StorageUnavailableException} when the store cannot do its
 * part.
 */
public interface PrizeRuns {
    /** Returns how far the standings of a tournament are written. */
    RankingProgress progress(TournamentId tournament);

    /**
     * Writes the standings that follow.
     *
     * @param next 1 to {@link Page#LIMIT_MAX} of one tournament, in the order of their ranks, the
     *     first with the rank after the last that is written; without receipts
     * @return whether this call wrote them; not when others are written there by now, or all are.
     *     So of several who write at once each page is written by one
     * @throws IllegalArgumentException when the ranks do not follow each other
     */
    boolean append(List<FinalStanding> next);

    /**
     * Notes that all standings are written; again is no error.
     *
     * @param written how many there are
     * @return whether they are complete with so many now; not when others were written meanwhile
     */
    boolean complete(TournamentId tournament, long written);

    /**
     * Returns standings, best first, also of a tournament whose standings are not complete.
     *
     * @param afterRank the last rank of the page before; 0 for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<FinalStanding> page(TournamentId tournament, long afterRank, int limit);

    /**
     * Returns standings without a receipt, best first.
     *
     * @param afterRank only ranks behind this one; 0 for all
     * @param lastRank only ranks up to this one
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<FinalStanding> unpaid(TournamentId tournament, long afterRank, long lastRank, int limit);

    /**
     * Notes what was paid. The first receipt of a rank stays; ranks that are not written are left
     * out.
     *
     * @param receipts up to {@link Page#LIMIT_MAX}, each of another rank
     */
    void note(TournamentId tournament, List<RankReceipt> receipts);

    /** Returns where {@code player} stood in a tournament. */
    Optional<FinalStanding> standing(TournamentId tournament, PlayerId player);

    /**
     * Returns where {@code player} stood in all tournaments, those that closed last first; those of
     * one moment by name, greatest first.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<FinalStanding> history(PlayerId player, @Nullable FinalStanding after, int limit);
}
