package com.luckyfunatic.engine.testkit;

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
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Raffles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What raffles must do, written plainly: lists that are counted anew each time. */
public final class ModelRaffles implements Raffles {
    private static final Comparator<Raffle> BY_CLOSING =
            Comparator.<Raffle>comparingLong(each -> each.definition().terms().closesAtMillis())
                    .thenComparing(each -> each.id().value());
    private static final Comparator<TicketReservation> BY_END =
            Comparator.comparingLong(TicketReservation::untilMillis)
                    .thenComparing(TicketReservation::player)
                    .thenComparing(each -> each.operationId().value());

    /** Without counts. */
    private final List<Raffle> raffles = new ArrayList<>();

    private final List<TicketReservation> reservations = new ArrayList<>();
    private final List<Drawn> winners = new ArrayList<>();

    private record Drawn(RaffleId raffle, RaffleWinner winner) {}

    @Override
    public synchronized boolean create(RaffleDefinition definition, RaffleSecrets secrets) {
        boolean isNew = find(definition.id()).isEmpty();
        if (isNew) {
            raffles.add(Raffle.of(definition, secrets));
        }
        return isNew;
    }

    @Override
    public synchronized Optional<Raffle> find(RaffleId raffle) {
        return raffles.stream()
                .filter(each -> each.id().equals(raffle))
                .findFirst()
                .map(this::counted);
    }

    private Raffle counted(Raffle raffle) {
        List<TicketReservation> sold = everSold(raffle.id());
        return raffle.counting(
                quantity(of(raffle.id(), ReservationStep.RESERVED).stream()),
                quantity(sold.stream()),
                (int) sold.stream().map(TicketReservation::player).distinct().count());
    }

    private List<TicketReservation> of(RaffleId raffle, ReservationStep step) {
        return reservations.stream()
                .filter(each -> each.raffle().equals(raffle) && each.step() == step)
                .toList();
    }

    private static int quantity(Stream<TicketReservation> reservations) {
        return reservations.mapToInt(TicketReservation::quantity).sum();
    }

    @Override
    public synchronized List<Raffle> list(@Nullable Raffle after, int limit) {
        Page.requireLimit(limit);
        return raffles.stream()
                .sorted(BY_CLOSING.reversed())
                .filter(each -> after == null || BY_CLOSING.compare(each, after) < 0)
                .limit(limit)
                .map(this::counted)
                .toList();
    }

    @Override
    public synchronized List<Raffle> unfinished(
            long closesUntilMillis, @Nullable Raffle after, int limit) {
        Page.requireLimit(limit);
        return raffles.stream()
                .filter(each -> each.step().isUnfinished())
                .filter(each -> each.definition().terms().closesAtMillis() <= closesUntilMillis)
                .sorted(BY_CLOSING)
                .filter(each -> after == null || BY_CLOSING.compare(each, after) > 0)
                .limit(limit)
                .map(this::counted)
                .toList();
    }

    @Override
    public synchronized TicketOutcome reserve(TicketReservation wanted) {
        Optional<TicketReservation> known = reservation(wanted.player(), wanted.operationId());
        if (known.isPresent()) {
            return new TicketOutcome.Known(known.get());
        }
        RaffleRefusal reason =
                find(wanted.raffle())
                        .map(raffle ->
                                raffle.whyNotReserved(
                                        ticketsHeld(raffle.id(), wanted.player()),
                                        wanted.quantity()))
                        .orElse(null);
        if (find(wanted.raffle()).isEmpty()) {
            reason = new RaffleRefusal.UnknownRaffle(wanted.raffle());
        }
        if (reason != null) {
            return new TicketOutcome.NotReserved(reason);
        }
        reservations.add(wanted);
        return new TicketOutcome.Reserved(wanted);
    }

    @Override
    public synchronized Optional<TicketReservation> confirm(
            PlayerId player, OperationId operationId) {
        return settle(
                player,
                operationId,
                held -> held.sold(quantity(everSold(held.raffle()).stream()) + 1));
    }

    @Override
    public synchronized Optional<TicketReservation> release(
            PlayerId player, OperationId operationId) {
        return settle(player, operationId, TicketReservation::released);
    }

    private Optional<TicketReservation> settle(
            PlayerId player, OperationId operationId, UnaryOperator<TicketReservation> settled) {
        reservation(player, operationId)
                .filter(TicketReservation::isHeld)
                .ifPresent(
                        each -> reservations.set(reservations.indexOf(each), settled.apply(each)));
        return reservation(player, operationId);
    }

    @Override
    public synchronized Optional<TicketReservation> reservation(
            PlayerId player, OperationId operationId) {
        return reservations.stream()
                .filter(each -> each.player().equals(player))
                .filter(each -> each.operationId().equals(operationId))
                .findFirst();
    }

    @Override
    public synchronized List<TicketReservation> held(
            long untilMillis, @Nullable TicketReservation after, int limit) {
        Page.requireLimit(limit);
        return reservations.stream()
                .filter(each -> each.isHeld() && each.untilMillis() <= untilMillis)
                .sorted(BY_END)
                .filter(each -> after == null || BY_END.compare(each, after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int ticketsHeld(RaffleId raffle, PlayerId player) {
        return quantity(
                reservations.stream()
                        .filter(each -> each.raffle().equals(raffle))
                        .filter(each -> each.player().equals(player))
                        .filter(each ->
                                each.step() == ReservationStep.RESERVED
                                        || each.step() == ReservationStep.SOLD));
    }

    @Override
    public List<SoldTickets> tickets(RaffleId raffle, int after, int limit) {
        return tickets(raffle, _ -> true, after, limit);
    }

    @Override
    public List<SoldTickets> ticketsOf(RaffleId raffle, PlayerId player, int after, int limit) {
        return tickets(raffle, each -> each.player().equals(player), after, limit);
    }

    private synchronized List<SoldTickets> tickets(
            RaffleId raffle, Predicate<TicketReservation> filter, int after, int limit) {
        Raffles.requireTicketsLimit(limit);
        return everSold(raffle).stream()
                .filter(filter)
                .filter(each -> each.first() > after)
                .sorted(Comparator.comparingInt(TicketReservation::first))
                .limit(limit)
                .map(each -> new SoldTickets(each.first(), each.quantity(), each.player()))
                .toList();
    }

    /** Whether the price was given back or not. */
    private List<TicketReservation> everSold(RaffleId raffle) {
        List<TicketReservation> all = new ArrayList<>(of(raffle, ReservationStep.SOLD));
        all.addAll(of(raffle, ReservationStep.REFUNDED));
        return all;
    }

    @Override
    public synchronized void close(RaffleId raffle) {
        replace(raffle, each -> each.at(RaffleStep.OPEN, RaffleStep.CLOSED));
    }

    @Override
    public synchronized void freeze(RaffleId raffle, String listHash, int tickets) {
        replace(
                raffle,
                each -> {
                    Raffle counted = counted(each);
                    boolean isComplete = counted.reserved() == 0 && counted.sold() == tickets;
                    return each.step() == RaffleStep.CLOSED && isComplete
                            ? each.frozen(listHash)
                            : each;
                });
    }

    @Override
    public synchronized void draw(RaffleId raffle, List<RaffleWinner> drawn) {
        if (find(raffle).filter(each -> each.step() == RaffleStep.FROZEN).isPresent()) {
            drawn.forEach(each -> winners.add(new Drawn(raffle, each)));
        }
        replace(raffle, each -> each.at(RaffleStep.FROZEN, RaffleStep.DRAWN));
    }

    @Override
    public synchronized List<RaffleWinner> winners(RaffleId raffle) {
        return winners.stream()
                .filter(each -> each.raffle().equals(raffle))
                .map(Drawn::winner)
                .sorted(Comparator.comparingInt(RaffleWinner::place))
                .toList();
    }

    @Override
    public synchronized void markPaid(RaffleId raffle, int place) {
        replace(raffle, each -> each);
        winners.replaceAll(each ->
                each.raffle().equals(raffle) && each.winner().place() == place
                        ? new Drawn(raffle, each.winner().paid())
                        : each);
    }

    @Override
    public synchronized void finish(RaffleId raffle) {
        boolean isPaid = winners(raffle).stream().allMatch(RaffleWinner::isPaid);
        replace(raffle, each -> isPaid ? each.at(RaffleStep.DRAWN, RaffleStep.DONE) : each);
        boolean isGivenBack =
                of(raffle, ReservationStep.RESERVED).isEmpty()
                        && of(raffle, ReservationStep.SOLD).isEmpty();
        replace(
                raffle,
                each -> isGivenBack ? each.at(RaffleStep.CANCELLED, RaffleStep.REFUNDED) : each);
    }

    @Override
    public synchronized void cancel(RaffleId raffle) {
        replace(raffle, Raffle::cancelled);
    }

    @Override
    public synchronized List<Raffle> cancelled(@Nullable Raffle after, int limit) {
        Page.requireLimit(limit);
        return raffles.stream()
                .filter(each -> each.step() == RaffleStep.CANCELLED)
                .sorted(BY_CLOSING)
                .filter(each -> after == null || BY_CLOSING.compare(each, after) > 0)
                .limit(limit)
                .map(this::counted)
                .toList();
    }

    @Override
    public synchronized List<TicketReservation> refundable(RaffleId raffle, int after, int limit) {
        Page.requireLimit(limit);
        return of(raffle, ReservationStep.SOLD).stream()
                .filter(_ -> isCancelled(raffle))
                .filter(each -> each.first() > after)
                .sorted(Comparator.comparingInt(TicketReservation::first))
                .limit(limit)
                .toList();
    }

    private boolean isCancelled(RaffleId raffle) {
        return find(raffle).filter(each -> each.step() == RaffleStep.CANCELLED).isPresent();
    }

    @Override
    public synchronized Optional<TicketReservation> refund(
            PlayerId player, OperationId operationId) {
        reservation(player, operationId)
                .filter(each -> each.step() == ReservationStep.SOLD)
                .filter(each -> isCancelled(each.raffle()))
                .ifPresent(each -> reservations.set(reservations.indexOf(each), each.refunded()));
        return reservation(player, operationId);
    }

    private void replace(RaffleId raffle, UnaryOperator<Raffle> change) {
        if (raffles.stream().noneMatch(each -> each.id().equals(raffle))) {
            throw new IllegalArgumentException("there is no raffle " + raffle);
        }
        raffles.replaceAll(each -> each.id().equals(raffle) ? change.apply(each) : each);
    }
}
