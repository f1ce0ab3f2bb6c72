package com.luckyfunatic.storage.raffle;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleRefusal;
import com.luckyfunatic.engine.raffle.RaffleSecrets;
import com.luckyfunatic.engine.raffle.RaffleStep;
import com.luckyfunatic.engine.raffle.RaffleWinner;
import com.luckyfunatic.engine.raffle.SoldTickets;
import com.luckyfunatic.engine.raffle.TicketOutcome;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.storage.codec.GameCodec;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@link com.luckyfunatic.engine.storage.Raffles} promises, within one transaction of the
 * caller. Whatever changes a raffle or its tickets locks the raffle's row first, and decides
 * everything before it changes anything. Every transaction may be done twice: then it finds what it
 * did. Used by one thread.
 */
public final class RaffleTables {
    private final RaffleRows rows;

    /** Works through {@code sql}. */
    public RaffleTables(Sql sql, GameCodec codec) {
        rows = new RaffleRows(sql, codec);
    }

    /** Keeps a new raffle; false when there is one of that name. */
    public boolean create(RaffleDefinition definition, RaffleSecrets secrets) throws SQLException {
        if (rows.find(definition.id()) != null) {
            return false;
        }
        rows.insert(Raffle.of(definition, secrets));
        return true;
    }

    /** Returns a raffle. */
    public Optional<Raffle> find(RaffleId raffle) throws SQLException {
        return Optional.ofNullable(rows.find(raffle));
    }

    /** Returns a page of the raffles that close last. */
    public List<Raffle> list(@Nullable Raffle after, int limit) throws SQLException {
        return rows.list(after, limit);
    }

    /** Returns a page of the raffles that are over and not done. */
    public List<Raffle> unfinished(long closesUntilMillis, @Nullable Raffle after, int limit)
            throws SQLException {
        return rows.unfinished(closesUntilMillis, after, limit);
    }

    /** Returns the outcome if nobody can change it any more. */
    public Optional<TicketOutcome> certain(TicketReservation wanted) throws SQLException {
        TicketReservation known = rows.reservation(wanted.player(), wanted.operationId());
        if (known != null) {
            return Optional.of(new TicketOutcome.Known(known));
        }
        Raffle raffle = rows.find(wanted.raffle());
        if (raffle == null) {
            return Optional.of(unknown(wanted.raffle()));
        }
        int unsold = raffle.definition().ticketsMax() - raffle.sold();
        RaffleRefusal reason = raffle.whyNotReserved(0, wanted.quantity());
        return raffle.step() != RaffleStep.OPEN || wanted.quantity() > unsold
                ? Optional.ofNullable(reason).map(TicketOutcome.NotReserved::new)
                : Optional.empty();
    }

    /** Holds tickets. */
    public TicketOutcome reserve(TicketReservation wanted) throws SQLException {
        Raffle raffle = rows.lock(wanted.raffle());
        TicketReservation known = rows.reservation(wanted.player(), wanted.operationId());
        if (known != null) {
            return new TicketOutcome.Known(known);
        }
        if (raffle == null) {
            return unknown(wanted.raffle());
        }
        int held = ticketsHeld(wanted.raffle(), wanted.player());
        RaffleRefusal reason = raffle.whyNotReserved(held, wanted.quantity());
        if (reason != null) {
            return new TicketOutcome.NotReserved(reason);
        }
        // One id on two raffles at once: the second fails here, begins anew, and finds the first.
        rows.insert(wanted);
        rows.count(
                raffle.counting(
                        raffle.reserved() + wanted.quantity(), raffle.sold(), raffle.players()));
        return new TicketOutcome.Reserved(wanted);
    }

    private static TicketOutcome unknown(RaffleId raffle) {
        return new TicketOutcome.NotReserved(new RaffleRefusal.UnknownRaffle(raffle));
    }

    /** Sells what is held. */
    public Optional<TicketReservation> confirm(TicketReservation held) throws SQLException {
        Raffle raffle = rows.lock(held.raffle());
        TicketReservation now = rows.reservation(held.player(), held.operationId());
        if (raffle == null || now == null || !now.isHeld()) {
            return Optional.ofNullable(now);
        }
        boolean isNew =
                rows.tickets(raffle.id(), now.player(), ReservationStep.SOLD) == 0
                        && rows.tickets(raffle.id(), now.player(), ReservationStep.REFUNDED) == 0;
        TicketReservation sold = now.sold(raffle.sold() + 1);
        rows.settle(sold);
        rows.count(
                raffle.counting(
                        raffle.reserved() - now.quantity(),
                        raffle.sold() + now.quantity(),
                        raffle.players() + (isNew ? 1 : 0)));
        return Optional.of(sold);
    }

    /** Gives back what is held. */
    public Optional<TicketReservation> release(TicketReservation held) throws SQLException {
        Raffle raffle = rows.lock(held.raffle());
        TicketReservation now = rows.reservation(held.player(), held.operationId());
        if (raffle == null || now == null || !now.isHeld()) {
            return Optional.ofNullable(now);
        }
        TicketReservation released = now.released();
        rows.settle(released);
        rows.count(
                raffle.counting(
                        raffle.reserved() - now.quantity(), raffle.sold(), raffle.players()));
        return Optional.of(released);
    }

    /** Returns a reservation. */
    public Optional<TicketReservation> reservation(PlayerId player, OperationId operationId)
            throws SQLException {
        return Optional.ofNullable(rows.reservation(player, operationId));
    }

    /** Returns a page of what is held until a moment. */
    public List<TicketReservation> held(
            long untilMillis, @Nullable TicketReservation after, int limit) throws SQLException {
        return rows.held(untilMillis, after, limit);
    }

    /** Returns how many tickets a player has, reserved and sold. */
    public int ticketsHeld(RaffleId raffle, PlayerId player) throws SQLException {
        return rows.tickets(raffle, player, ReservationStep.RESERVED)
                + rows.tickets(raffle, player, ReservationStep.SOLD);
    }

    /** Returns a page of the tickets that were sold. */
    public List<SoldTickets> tickets(RaffleId raffle, int after, int limit) throws SQLException {
        return rows.tickets(raffle, after, limit);
    }

    /** Returns the same of one player. */
    public List<SoldTickets> ticketsOf(RaffleId raffle, PlayerId player, int after, int limit)
            throws SQLException {
        return rows.ticketsOf(raffle, player, after, limit);
    }

    /** Ends the reserving. */
    public boolean close(RaffleId id) throws SQLException {
        if (isAt(id, RaffleStep.OPEN)) {
            rows.advance(id, RaffleStep.CLOSED);
        }
        return true;
    }

    /** Makes the list final, if {@code tickets} are sold and none is held. */
    public boolean freeze(RaffleId id, String listHash, int tickets) throws SQLException {
        Raffle raffle = rows.lock(id);
        boolean isComplete =
                raffle != null
                        && raffle.step() == RaffleStep.CLOSED
                        && raffle.reserved() == 0
                        && raffle.sold() == tickets;
        if (isComplete) {
            rows.freeze(id, listHash);
        }
        return isComplete;
    }

    /** Keeps the winners. */
    public boolean draw(RaffleId id, List<RaffleWinner> winners) throws SQLException {
        if (isAt(id, RaffleStep.FROZEN)) {
            for (RaffleWinner each : winners) {
                rows.insert(id, each);
            }
            rows.advance(id, RaffleStep.DRAWN);
        }
        return true;
    }

    /** Returns the winners. */
    public List<RaffleWinner> winners(RaffleId raffle) throws SQLException {
        return rows.winners(raffle);
    }

    /** Notes that a prize is paid. */
    public boolean markPaid(RaffleId raffle, int place) throws SQLException {
        rows.markPaid(raffle, place);
        return true;
    }

    /** Ends a raffle whose prizes are paid, or a cancelled one of which all is given back. */
    public boolean finish(RaffleId id) throws SQLException {
        Raffle raffle = rows.lock(id);
        if (raffle == null) {
            return false;
        }
        if (raffle.step() == RaffleStep.DRAWN
                && rows.winners(id).stream().allMatch(RaffleWinner::isPaid)) {
            rows.advance(id, RaffleStep.DONE);
        }
        if (raffle.step() == RaffleStep.CANCELLED
                && raffle.reserved() == 0
                && rows.refundable(id, 0, 1).isEmpty()) {
            rows.advance(id, RaffleStep.REFUNDED);
        }
        return true;
    }

    /** Cancels a raffle that is not drawn. */
    public boolean cancel(RaffleId id) throws SQLException {
        Raffle raffle = rows.lock(id);
        boolean isInTime = raffle != null && raffle.step().canBeCancelled();
        if (isInTime) {
            rows.advance(id, RaffleStep.CANCELLED);
        }
        return isInTime;
    }

    /** Returns a page of the raffles that are cancelled and not refunded. */
    public List<Raffle> cancelled(@Nullable Raffle after, int limit) throws SQLException {
        return rows.cancelled(after, limit);
    }

    /** Returns a page of what a cancelled raffle has sold and not given back. */
    public List<TicketReservation> refundable(RaffleId id, int after, int limit)
            throws SQLException {
        Raffle raffle = rows.find(id);
        return raffle == null || raffle.step() != RaffleStep.CANCELLED
                ? List.of()
                : rows.refundable(id, after, limit);
    }

    /** Notes that the price of what is sold was given back, if the raffle is cancelled. */
    public Optional<TicketReservation> refund(TicketReservation sold) throws SQLException {
        Raffle raffle = rows.lock(sold.raffle());
        TicketReservation now = rows.reservation(sold.player(), sold.operationId());
        if (raffle == null
                || raffle.step() != RaffleStep.CANCELLED
                || now == null
                || now.step() != ReservationStep.SOLD) {
            return Optional.ofNullable(now);
        }
        TicketReservation refunded = now.refunded();
        rows.settle(refunded);
        return Optional.of(refunded);
    }

    private boolean isAt(RaffleId id, RaffleStep step) throws SQLException {
        Raffle raffle = rows.lock(id);
        return raffle != null && raffle.step() == step;
    }
}
