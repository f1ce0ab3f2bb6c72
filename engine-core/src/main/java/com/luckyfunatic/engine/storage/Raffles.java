package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleSecrets;
import com.luckyfunatic.engine.raffle.RaffleStep;
import com.luckyfunatic.engine.raffle.RaffleWinner;
import com.luckyfunatic.engine.raffle.SoldTickets;
import com.luckyfunatic.engine.raffle.TicketOutcome;
import com.luckyfunatic.engine.raffle.TicketReservation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Raffles, their tickets and their winners: never more tickets are reserved and sold than there
 * are, nor than one player can hold; tickets get their numbers when they are sold, without gaps;
 * and once the list is frozen nothing changes it.
 *
 * <p>Each call is one atomic step, safe from everything but the loss of the store when it returns.
 * A call that failed may have been carried out; it may be repeated. Thread-safe; every method
 * throws {@link StorageUnavailableException} when the store cannot do its part, and those that
 * bring a raffle further throw {@link IllegalArgumentException} when there is none.
 */
public interface Raffles {
    /** The most blocks of tickets of one page. */
    int TICKETS_LIMIT_MAX = 1_000;

    /**
     * Returns {@code limit} if a page can have so many blocks.
     *
     * @throws IllegalArgumentException when it is not 1 to {@link #TICKETS_LIMIT_MAX}
     */
    static int requireTicketsLimit(int limit) {
        if (limit < 1 || limit > TICKETS_LIMIT_MAX) {
            throw new IllegalArgumentException(
                    "limit must be 1 to " + TICKETS_LIMIT_MAX + ", was " + limit);
        }
        return limit;
    }

    /** Keeps a new raffle; false when there is one of that name, which stays as it is. */
    boolean create(RaffleDefinition definition, RaffleSecrets secrets);

    /** Returns a raffle. */
    Optional<Raffle> find(RaffleId raffle);

    /**
     * Returns up to {@code limit} raffles, those that close last first, then by name backwards.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<Raffle> list(@Nullable Raffle after, int limit);

    /**
     * Returns up to {@code limit} raffles that close at {@code closesUntilMillis} or before and are
     * neither {@link RaffleStep#DONE} nor cancelled, those that close first first, then by name.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<Raffle> unfinished(long closesUntilMillis, @Nullable Raffle after, int limit);

    /**
     * Holds tickets if the raffle has them for the player ({@link Raffle#whyNotReserved}), and the
     * operation id has no reservation yet.
     *
     * @param wanted one that is to be made
     */
    TicketOutcome reserve(TicketReservation wanted);

    /**
     * Sells what is reserved, unless it was released: it gets the numbers after those that were
     * sold before.
     *
     * @return what it is afterwards; empty when there is none
     */
    Optional<TicketReservation> confirm(PlayerId player, OperationId operationId);

    /**
     * Gives what is reserved back, unless it was sold.
     *
     * @return what it is afterwards; empty when there is none
     */
    Optional<TicketReservation> release(PlayerId player, OperationId operationId);

    /** Returns the reservation of {@code player} under {@code operationId}. */
    Optional<TicketReservation> reservation(PlayerId player, OperationId operationId);

    /**
     * Returns up to {@code limit} reservations that are neither sold nor released and end at {@code
     * untilMillis} or before, in the order of their end, players and operation ids.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<TicketReservation> held(long untilMillis, @Nullable TicketReservation after, int limit);

    /** Returns how many tickets of {@code raffle} the player has, reserved and sold. */
    int ticketsHeld(RaffleId raffle, PlayerId player);

    /**
     * Returns up to {@code limit} blocks of tickets that were sold, in the order of their numbers.
     *
     * @param after the number after which they begin; 0 for the first page
     * @param limit 1 to {@link #TICKETS_LIMIT_MAX}
     */
    List<SoldTickets> tickets(RaffleId raffle, int after, int limit);

    /** Returns the same of one player. */
    List<SoldTickets> ticketsOf(RaffleId raffle, PlayerId player, int after, int limit);

    /** Ends the reserving of tickets of an {@link RaffleStep#OPEN} raffle, if it is one. */
    void close(RaffleId raffle);

    /**
     * Makes the list of a {@link RaffleStep#CLOSED} raffle final, if it is one, nothing of it is
     * reserved, and {@code tickets} are sold.
     *
     * @param listHash the hash of the list, 64 hexadecimal digits
     */
    void freeze(RaffleId raffle, String listHash, int tickets);

    /** Keeps the winners of a {@link RaffleStep#FROZEN} raffle, if it is one, nobody paid yet. */
    void draw(RaffleId raffle, List<RaffleWinner> winners);

    /** Returns the winners in the order of their places; none before they are drawn. */
    List<RaffleWinner> winners(RaffleId raffle);

    /** Notes that the prize of a place is paid. */
    void markPaid(RaffleId raffle, int place);

    /**
     * Ends a {@link RaffleStep#DRAWN} raffle, if it is one and every prize is paid, or a {@link
     * RaffleStep#CANCELLED} one, of which nothing is reserved and every price was given back.
     */
    void finish(RaffleId raffle);

    /**
     * Cancels a raffle that {@linkplain RaffleStep#canBeCancelled can be}, if it is one: no ticket
     * is reserved and nobody drawn afterwards. What is reserved still comes to its end.
     */
    void cancel(RaffleId raffle);

    /**
     * Returns up to {@code limit} raffles that are {@link RaffleStep#CANCELLED}, those that close
     * first first, then by name.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<Raffle> cancelled(@Nullable Raffle after, int limit);

    /**
     * Returns up to {@code limit} purchases of a {@link RaffleStep#CANCELLED} raffle that were paid
     * for and whose price was not given back, in the order of their tickets.
     *
     * @param after the number of the first ticket of the last one of the page before; 0 for the
     *     first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<TicketReservation> refundable(RaffleId raffle, int after, int limit);

    /**
     * Notes that the price of what was sold in a {@link RaffleStep#CANCELLED} raffle was given
     * back.
     *
     * @return what it is afterwards; empty when there is none
     */
    Optional<TicketReservation> refund(PlayerId player, OperationId operationId);
}
