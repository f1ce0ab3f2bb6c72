package com.luckyfunatic.storage.memory;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Raffles and their tickets, under one lock. Thread-safe. */
final class MemoryRaffles implements Raffles {
    private static final Comparator<Raffle> BY_CLOSING =
            Comparator.<Raffle>comparingLong(each -> each.definition().terms().closesAtMillis())
                    .thenComparing(each -> each.id().value());
    private static final Comparator<TicketReservation> BY_END =
            Comparator.comparingLong(TicketReservation::untilMillis)
                    .thenComparing(TicketReservation::player)
                    .thenComparing(each -> each.operationId().value());

    private final Map<RaffleId, Entry> raffles = new HashMap<>();
    private final Map<Key, TicketReservation> reservations = new HashMap<>();
    private final NavigableSet<TicketReservation> undecided = new TreeSet<>(BY_END);
    private final OpenState open;

    private record Key(PlayerId player, OperationId operationId) {}

    /** A raffle with all that belongs to it. */
    private static final class Entry {
        private final NavigableMap<Integer, SoldTickets> tickets = new TreeMap<>();
        private final Map<PlayerId, Integer> held = new HashMap<>();

        /** What was paid for and not given back, by the first ticket. */
        private final NavigableMap<Integer, Key> sold = new TreeMap<>();

        private final Map<PlayerId, NavigableMap<Integer, SoldTickets>> owners = new HashMap<>();
        private final List<RaffleWinner> winners = new ArrayList<>();
        private Raffle raffle;

        Entry(Raffle raffle) {
            this.raffle = raffle;
        }
    }

    MemoryRaffles(OpenState open) {
        this.open = open;
    }

    @Override
    public synchronized boolean create(RaffleDefinition definition, RaffleSecrets secrets) {
        open.require();
        Entry entry = new Entry(Raffle.of(definition, secrets));
        return raffles.putIfAbsent(definition.id(), entry) == null;
    }

    @Override
    public synchronized Optional<Raffle> find(RaffleId raffle) {
        open.require();
        return Optional.ofNullable(raffles.get(raffle)).map(entry -> entry.raffle);
    }

    @Override
    public synchronized List<Raffle> list(@Nullable Raffle after, int limit) {
        Page.requireLimit(limit);
        return raffles()
                .sorted(BY_CLOSING.reversed())
                .filter(each -> after == null || BY_CLOSING.compare(each, after) < 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Raffle> unfinished(
            long closesUntilMillis, @Nullable Raffle after, int limit) {
        Page.requireLimit(limit);
        return raffles()
                .filter(each -> each.step().isUnfinished())
                .filter(each -> each.definition().terms().closesAtMillis() <= closesUntilMillis)
                .sorted(BY_CLOSING)
                .filter(each -> after == null || BY_CLOSING.compare(each, after) > 0)
                .limit(limit)
                .toList();
    }

    private Stream<Raffle> raffles() {
        open.require();
        return raffles.values().stream().map(entry -> entry.raffle);
    }

    @Override
    public synchronized TicketOutcome reserve(TicketReservation wanted) {
        open.require();
        Key key = new Key(wanted.player(), wanted.operationId());
        TicketReservation known = reservations.get(key);
        if (known != null) {
            return new TicketOutcome.Known(known);
        }
        Entry entry = raffles.get(wanted.raffle());
        if (entry == null) {
            return new TicketOutcome.NotReserved(new RaffleRefusal.UnknownRaffle(wanted.raffle()));
        }
        int held = entry.held.getOrDefault(wanted.player(), 0);
        RaffleRefusal reason = entry.raffle.whyNotReserved(held, wanted.quantity());
        if (reason != null) {
            return new TicketOutcome.NotReserved(reason);
        }
        reservations.put(key, wanted);
        undecided.add(wanted);
        entry.held.put(wanted.player(), held + wanted.quantity());
        Raffle raffle = entry.raffle;
        entry.raffle =
                raffle.counting(
                        raffle.reserved() + wanted.quantity(), raffle.sold(), raffle.players());
        return new TicketOutcome.Reserved(wanted);
    }

    @Override
    public synchronized Optional<TicketReservation> confirm(
            PlayerId player, OperationId operationId) {
        TicketReservation held = reservation(player, operationId).orElse(null);
        if (held == null || !held.isHeld()) {
            return Optional.ofNullable(held);
        }
        Entry entry = entry(held.raffle());
        Raffle raffle = entry.raffle;
        SoldTickets sold = new SoldTickets(raffle.sold() + 1, held.quantity(), player);
        entry.tickets.put(sold.first(), sold);
        entry.sold.put(sold.first(), new Key(player, operationId));
        entry.owners.computeIfAbsent(player, _ -> new TreeMap<>()).put(sold.first(), sold);
        entry.raffle =
                raffle.counting(
                        raffle.reserved() - held.quantity(), sold.last(), entry.owners.size());
        return settled(held, held.sold(sold.first()));
    }

    @Override
    public synchronized Optional<TicketReservation> release(
            PlayerId player, OperationId operationId) {
        TicketReservation held = reservation(player, operationId).orElse(null);
        if (held == null || !held.isHeld()) {
            return Optional.ofNullable(held);
        }
        Entry entry = entry(held.raffle());
        Raffle raffle = entry.raffle;
        entry.held.merge(player, -held.quantity(), Integer::sum);
        entry.raffle =
                raffle.counting(
                        raffle.reserved() - held.quantity(), raffle.sold(), raffle.players());
        return settled(held, held.released());
    }

    private Optional<TicketReservation> settled(TicketReservation held, TicketReservation after) {
        undecided.remove(held);
        reservations.put(new Key(held.player(), held.operationId()), after);
        return Optional.of(after);
    }

    @Override
    public synchronized Optional<TicketReservation> reservation(
            PlayerId player, OperationId operationId) {
        open.require();
        return Optional.ofNullable(reservations.get(new Key(player, operationId)));
    }

    @Override
    public synchronized List<TicketReservation> held(
            long untilMillis, @Nullable TicketReservation after, int limit) {
        open.require();
        Page.requireLimit(limit);
        NavigableSet<TicketReservation> rest =
                after == null ? undecided : undecided.tailSet(after, false);
        return rest.stream()
                .takeWhile(each -> each.untilMillis() <= untilMillis)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int ticketsHeld(RaffleId raffle, PlayerId player) {
        open.require();
        Entry entry = raffles.get(raffle);
        return entry == null ? 0 : entry.held.getOrDefault(player, 0);
    }

    @Override
    public synchronized List<SoldTickets> tickets(RaffleId raffle, int after, int limit) {
        Entry entry = raffles.get(raffle);
        return page(entry == null ? null : entry.tickets, after, limit);
    }

    @Override
    public synchronized List<SoldTickets> ticketsOf(
            RaffleId raffle, PlayerId player, int after, int limit) {
        Entry entry = raffles.get(raffle);
        return page(entry == null ? null : entry.owners.get(player), after, limit);
    }

    private List<SoldTickets> page(
            @Nullable NavigableMap<Integer, SoldTickets> tickets, int after, int limit) {
        open.require();
        Raffles.requireTicketsLimit(limit);
        return tickets == null
                ? List.of()
                : tickets.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public synchronized void close(RaffleId raffle) {
        Entry entry = entry(raffle);
        entry.raffle = entry.raffle.at(RaffleStep.OPEN, RaffleStep.CLOSED);
    }

    @Override
    public synchronized void freeze(RaffleId raffle, String listHash, int tickets) {
        Entry entry = entry(raffle);
        Raffle now = entry.raffle;
        if (now.step() == RaffleStep.CLOSED && now.reserved() == 0 && now.sold() == tickets) {
            entry.raffle = now.frozen(listHash);
        }
    }

    @Override
    public synchronized void draw(RaffleId raffle, List<RaffleWinner> winners) {
        Entry entry = entry(raffle);
        if (entry.raffle.step() == RaffleStep.FROZEN) {
            entry.winners.addAll(winners);
            entry.raffle = entry.raffle.at(RaffleStep.FROZEN, RaffleStep.DRAWN);
        }
    }

    @Override
    public synchronized List<RaffleWinner> winners(RaffleId raffle) {
        open.require();
        Entry entry = raffles.get(raffle);
        return entry == null ? List.of() : List.copyOf(entry.winners);
    }

    @Override
    public synchronized void markPaid(RaffleId raffle, int place) {
        Entry entry = entry(raffle);
        entry.winners.replaceAll(each -> each.place() == place ? each.paid() : each);
    }

    @Override
    public synchronized void finish(RaffleId raffle) {
        Entry entry = entry(raffle);
        if (entry.winners.stream().allMatch(RaffleWinner::isPaid)) {
            entry.raffle = entry.raffle.at(RaffleStep.DRAWN, RaffleStep.DONE);
        }
        if (entry.raffle.reserved() == 0 && refundable(raffle, 0, 1).isEmpty()) {
            entry.raffle = entry.raffle.at(RaffleStep.CANCELLED, RaffleStep.REFUNDED);
        }
    }

    @Override
    public synchronized void cancel(RaffleId raffle) {
        Entry entry = entry(raffle);
        entry.raffle = entry.raffle.cancelled();
    }

    @Override
    public synchronized List<Raffle> cancelled(@Nullable Raffle after, int limit) {
        Page.requireLimit(limit);
        return raffles()
                .filter(each -> each.step() == RaffleStep.CANCELLED)
                .sorted(BY_CLOSING)
                .filter(each -> after == null || BY_CLOSING.compare(each, after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<TicketReservation> refundable(RaffleId raffle, int after, int limit) {
        open.require();
        Page.requireLimit(limit);
        Entry entry = raffles.get(raffle);
        if (entry == null || entry.raffle.step() != RaffleStep.CANCELLED) {
            return List.of();
        }
        return entry.sold.tailMap(after, false).values().stream()
                .map(reservations::get)
                .filter(Objects::nonNull)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<TicketReservation> refund(
            PlayerId player, OperationId operationId) {
        TicketReservation now = reservation(player, operationId).orElse(null);
        if (now == null || now.step() != ReservationStep.SOLD) {
            return Optional.ofNullable(now);
        }
        Entry entry = entry(now.raffle());
        if (entry.raffle.step() != RaffleStep.CANCELLED) {
            return Optional.of(now);
        }
        entry.sold.remove(now.first());
        entry.held.merge(player, -now.quantity(), Integer::sum);
        TicketReservation refunded = now.refunded();
        reservations.put(new Key(player, operationId), refunded);
        return Optional.of(refunded);
    }

    private Entry entry(RaffleId raffle) {
        open.require();
        Entry entry = raffles.get(raffle);
        if (entry == null) {
            throw new IllegalArgumentException("there is no raffle " + raffle);
        }
        return entry;
    }
}
