package com.luckyfunatic.storage.raffle;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleSecrets;
import com.luckyfunatic.engine.raffle.RaffleWinner;
import com.luckyfunatic.engine.raffle.SoldTickets;
import com.luckyfunatic.engine.raffle.TicketOutcome;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Raffles;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Raffles in a database; how its transactions are run is the store's affair. What cannot change any
 * more is only read, so that a crowd before nothing is cheap. Thread-safe.
 */
public abstract class SqlRaffles implements Raffles {
    /** For subclasses. */
    protected SqlRaffles() {}

    /** Something done with the tables in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it, perhaps several times until it succeeds. */
        T run(RaffleTables tables) throws SQLException;
    }

    /** Runs what changes nothing. */
    protected abstract <T> T read(Work<T> work);

    /** Runs what changes a raffle; safe from everything but the loss of the store afterwards. */
    protected abstract <T> T write(RaffleId raffle, Work<T> work);

    @Override
    public final boolean create(RaffleDefinition definition, RaffleSecrets secrets) {
        return find(definition.id()).isEmpty()
                && write(definition.id(), tables -> tables.create(definition, secrets));
    }

    @Override
    public final Optional<Raffle> find(RaffleId raffle) {
        return read(tables -> tables.find(raffle));
    }

    @Override
    public final List<Raffle> list(@Nullable Raffle after, int limit) {
        Page.requireLimit(limit);
        return read(tables -> tables.list(after, limit));
    }

    @Override
    public final List<Raffle> unfinished(
            long closesUntilMillis, @Nullable Raffle after, int limit) {
        Page.requireLimit(limit);
        return read(tables -> tables.unfinished(closesUntilMillis, after, limit));
    }

    @Override
    public final TicketOutcome reserve(TicketReservation wanted) {
        return read(tables -> tables.certain(wanted))
                .orElseGet(() -> write(wanted.raffle(), tables -> tables.reserve(wanted)));
    }

    @Override
    public final Optional<TicketReservation> confirm(PlayerId player, OperationId operationId) {
        return settle(
                player, operationId, held -> write(held.raffle(), tables -> tables.confirm(held)));
    }

    @Override
    public final Optional<TicketReservation> release(PlayerId player, OperationId operationId) {
        return settle(
                player, operationId, held -> write(held.raffle(), tables -> tables.release(held)));
    }

    private Optional<TicketReservation> settle(
            PlayerId player,
            OperationId operationId,
            Function<TicketReservation, Optional<TicketReservation>> settled) {
        Optional<TicketReservation> before = reservation(player, operationId);
        return before.filter(TicketReservation::isHeld).isPresent()
                ? settled.apply(before.get())
                : before;
    }

    @Override
    public final Optional<TicketReservation> reservation(PlayerId player, OperationId operationId) {
        return read(tables -> tables.reservation(player, operationId));
    }

    @Override
    public final List<TicketReservation> held(
            long untilMillis, @Nullable TicketReservation after, int limit) {
        Page.requireLimit(limit);
        return read(tables -> tables.held(untilMillis, after, limit));
    }

    @Override
    public final int ticketsHeld(RaffleId raffle, PlayerId player) {
        return read(tables -> tables.ticketsHeld(raffle, player));
    }

    @Override
    public final List<SoldTickets> tickets(RaffleId raffle, int after, int limit) {
        Raffles.requireTicketsLimit(limit);
        return read(tables -> tables.tickets(raffle, after, limit));
    }

    @Override
    public final List<SoldTickets> ticketsOf(
            RaffleId raffle, PlayerId player, int after, int limit) {
        Raffles.requireTicketsLimit(limit);
        return read(tables -> tables.ticketsOf(raffle, player, after, limit));
    }

    @Override
    public final void close(RaffleId raffle) {
        change(raffle, tables -> tables.close(raffle));
    }

    @Override
    public final void freeze(RaffleId raffle, String listHash, int tickets) {
        change(raffle, tables -> tables.freeze(raffle, listHash, tickets));
    }

    @Override
    public final void draw(RaffleId raffle, List<RaffleWinner> winners) {
        change(raffle, tables -> tables.draw(raffle, winners));
    }

    @Override
    public final List<RaffleWinner> winners(RaffleId raffle) {
        return read(tables -> tables.winners(raffle));
    }

    @Override
    public final void markPaid(RaffleId raffle, int place) {
        change(raffle, tables -> tables.markPaid(raffle, place));
    }

    @Override
    public final void finish(RaffleId raffle) {
        change(raffle, tables -> tables.finish(raffle));
    }

    @Override
    public final void cancel(RaffleId raffle) {
        change(raffle, tables -> tables.cancel(raffle));
    }

    @Override
    public final List<Raffle> cancelled(@Nullable Raffle after, int limit) {
        Page.requireLimit(limit);
        return read(tables -> tables.cancelled(after, limit));
    }

    @Override
    public final List<TicketReservation> refundable(RaffleId raffle, int after, int limit) {
        Page.requireLimit(limit);
        return read(tables -> tables.refundable(raffle, after, limit));
    }

    @Override
    public final Optional<TicketReservation> refund(PlayerId player, OperationId operationId) {
        Optional<TicketReservation> before = reservation(player, operationId);
        return before.filter(each -> each.step() == ReservationStep.SOLD).isPresent()
                ? write(before.get().raffle(), tables -> tables.refund(before.get()))
                : before;
    }

    private void change(RaffleId raffle, Work<Boolean> work) {
        if (find(raffle).isEmpty()) {
            throw new IllegalArgumentException("there is no raffle " + raffle);
        }
        write(raffle, work);
    }
}
