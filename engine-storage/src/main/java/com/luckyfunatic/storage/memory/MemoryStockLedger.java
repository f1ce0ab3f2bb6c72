package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.stock.ReserveOutcome;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StockLedger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Supplies and their reservations, under one lock. Thread-safe. */
final class MemoryStockLedger implements StockLedger {
    private static final Comparator<Reservation> BY_END =
            Comparator.comparingLong(Reservation::untilMillis)
                    .thenComparing(Reservation::player)
                    .thenComparing(reservation -> reservation.operationId().value());

    private final Map<StockId, StockLevel> levels = new HashMap<>();
    private final Map<Key, Reservation> reservations = new HashMap<>();
    private final NavigableSet<Reservation> undecided = new TreeSet<>(BY_END);
    private final OpenState open;

    private record Key(PlayerId player, OperationId operationId) {}

    MemoryStockLedger(OpenState open) {
        this.open = open;
    }

    @Override
    public synchronized ReserveOutcome reserve(Reservation wanted, long total) {
        open.require();
        Amounts.require("total", total);
        Key key = new Key(wanted.player(), wanted.operationId());
        Reservation known = reservations.get(key);
        if (known != null) {
            return new ReserveOutcome.Known(known);
        }
        StockLevel level = level(wanted.stock());
        if (wanted.quantity() > level.left(total)) {
            return new ReserveOutcome.SoldOut(level.left(total));
        }
        reservations.put(key, wanted);
        undecided.add(wanted);
        levels.put(
                wanted.stock(), new StockLevel(level.reserved() + wanted.quantity(), level.sold()));
        return new ReserveOutcome.Reserved(wanted);
    }

    @Override
    public Optional<ReservationStep> confirm(PlayerId player, OperationId operationId) {
        return settle(new Key(player, operationId), ReservationStep.SOLD);
    }

    @Override
    public Optional<ReservationStep> release(PlayerId player, OperationId operationId) {
        return settle(new Key(player, operationId), ReservationStep.RELEASED);
    }

    private synchronized Optional<ReservationStep> settle(Key key, ReservationStep state) {
        open.require();
        Reservation reservation = reservations.get(key);
        if (reservation == null) {
            return Optional.empty();
        }
        if (reservation.state() != ReservationStep.RESERVED) {
            return Optional.of(reservation.state());
        }
        reservations.put(key, reservation.in(state));
        undecided.remove(reservation);
        StockLevel level = level(reservation.stock());
        long sold = state == ReservationStep.SOLD ? reservation.quantity() : 0;
        levels.put(
                reservation.stock(),
                new StockLevel(level.reserved() - reservation.quantity(), level.sold() + sold));
        return Optional.of(state);
    }

    @Override
    public synchronized Optional<Reservation> find(PlayerId player, OperationId operationId) {
        open.require();
        return Optional.ofNullable(reservations.get(new Key(player, operationId)));
    }

    @Override
    public synchronized StockLevel level(StockId stock) {
        open.require();
        return levels.getOrDefault(stock, StockLevel.UNTOUCHED);
    }

    @Override
    public synchronized List<Reservation> open(
            long untilMillis, @Nullable Reservation after, int limit) {
        open.require();
        Page.requireLimit(limit);
        NavigableSet<Reservation> rest =
                after == null ? undecided : undecided.tailSet(after, false);
        return rest.stream()
                .takeWhile(reservation -> reservation.untilMillis() <= untilMillis)
                .limit(limit)
                .toList();
    }
}
