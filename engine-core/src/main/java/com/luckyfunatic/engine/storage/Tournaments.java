package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.EntryStep;
import com.luckyfunatic.engine.tournament.SeatOutcome;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentDecision;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentPlace;
import com.luckyfunatic.engine.tournament.TournamentStage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tournaments and who has entered them: never more seats are held and paid than there are, each
 * seat that is held is paid or goes back, and the counts and sums of a tournament are always those
 * of its entries.
 *
 * <p>Each call is one atomic step, safe from everything but the loss of the store when it returns.
 * A call that failed may have been carried out; it may be repeated. Thread-safe; every method
 * throws {@link StorageUnavailableException} when the store cannot do its part.
 */
public interface Tournaments {
    /**
     * Makes a draft. One of that name, whatever it is, stays as it is.
     *
     * @return whether it was made
     */
    boolean create(TournamentDefinition draft);

    /**
     * Gives a draft another definition of the same name.
     *
     * @param version the draft's, as it was read
     * @return whether it was given; not when there is no such draft, or it is at another version
     */
    boolean redefine(TournamentDefinition changed, long version);

    /**
     * Brings a tournament to another stage.
     *
     * @param version as it was read
     * @return whether this call did it; not when there is no such tournament, it is at another
     *     version, its stage {@linkplain TournamentStage#canBecome cannot become} that one, or it
     *     would be ranked while entries are held: what is collected is final from then on
     */
    boolean move(TournamentId tournament, long version, TournamentStage next);

    /** Returns a tournament, also a draft. */
    Optional<Tournament> find(TournamentId tournament);

    /**
     * Returns tournaments that are no drafts, those that close last first.
     *
     * @param minigame of which game; null for all
     * @param stage in which stage; null for all
     * @param after where the last one of the page before stands; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<Tournament> page(
            @Nullable MinigameId minigame,
            @Nullable TournamentStage stage,
            @Nullable TournamentPlace after,
            int limit);

    /**
     * Returns up to {@code limit} tournaments in {@code stage}, those that close first first.
     *
     * @param closedUntilMillis only those that close at this moment or before, epoch milliseconds
     * @param after where the last one of the page before stands; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<Tournament> inStage(
            TournamentStage stage,
            long closedUntilMillis,
            @Nullable TournamentPlace after,
            int limit);

    /**
     * Holds a seat, if there is one for the player and the operation id has none yet.
     *
     * @param wanted made by {@link TournamentEntry#wanted}; the moment it was asked for is what the
     *     tournament's window is compared with
     */
    SeatOutcome hold(TournamentEntry wanted);

    /**
     * Notes that a seat is paid for, unless it was released; also when the tournament was cancelled
     * meanwhile.
     *
     * @return what the entry is afterwards; empty when there is none
     */
    Optional<EntryStep> confirm(PlayerId player, OperationId operationId);

    /**
     * Gives a seat back, unless it was paid for.
     *
     * @return what the entry is afterwards; empty when there is none
     */
    Optional<EntryStep> release(PlayerId player, OperationId operationId);

    /**
     * Notes that the fee of an entry in a cancelled tournament was given back. Of any other
     * tournament nothing is noted.
     *
     * @return what the entry is afterwards; empty when there is none
     */
    Optional<EntryStep> refund(PlayerId player, OperationId operationId);

    /** Returns the entry of {@code player} under {@code operationId}, whatever became of it. */
    Optional<TournamentEntry> entry(PlayerId player, OperationId operationId);

    /**
     * Returns what {@code player} has paid for or is just paying for in a tournament, in the order
     * of the numbers.
     */
    List<TournamentEntry> entriesOf(TournamentId tournament, PlayerId player);

    /**
     * Returns entries of a tournament that were paid for, given back or not, in the order of their
     * numbers.
     *
     * @param afterNumber the number of the last one of the page before; 0 for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<TournamentEntry> entries(TournamentId tournament, long afterNumber, int limit);

    /**
     * Returns entries of {@code player} that were paid for, given back or not, the latest first.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<TournamentEntry> history(PlayerId player, @Nullable TournamentEntry after, int limit);

    /**
     * Returns up to {@code limit} entries that are held and end at {@code untilMillis} or before,
     * in the order of their end, players and operation ids.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<TournamentEntry> held(long untilMillis, @Nullable TournamentEntry after, int limit);

    /**
     * Returns up to {@code limit} entries of cancelled tournaments whose fee is to be given back,
     * in the order of tournaments and numbers.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<TournamentEntry> refundable(@Nullable TournamentEntry after, int limit);

    /**
     * Takes a player out of a tournament that is {@linkplain TournamentStage#PUBLISHED published},
     * for good; the first reason stays.
     *
     * @return why the player is out afterwards; empty when the tournament is no such one
     */
    Optional<Disqualification> disqualify(
            TournamentId tournament, PlayerId player, Disqualification disqualification);

    /** Returns why {@code player} is out of a tournament; empty for one who is not. */
    Optional<Disqualification> disqualification(TournamentId tournament, PlayerId player);

    /**
     * Cancels a tournament, at most once for ever under the name of {@code decision}.
     *
     * @param version as it was read
     * @return the decision as it was made, now or before; empty when another one, or nobody, has
     *     made it: the tournament is at another version, or {@linkplain TournamentStage#canBecome
     *     cannot become} that
     */
    Optional<TournamentDecision> cancel(TournamentDecision decision, long version);

    /**
     * Takes a player out of a tournament that is {@linkplain TournamentStage#PUBLISHED published},
     * for good, at most once for ever under the name of {@code decision}.
     *
     * @return the decision as it was made, now or before; empty when the player is out by another
     *     one, or the tournament is no such one
     */
    Optional<TournamentDecision> disqualify(
            TournamentDecision decision, PlayerId player, Disqualification disqualification);

    /** Returns what was decided under {@code operation}; empty for nothing. */
    Optional<TournamentDecision> decision(OperationId operation);
}
