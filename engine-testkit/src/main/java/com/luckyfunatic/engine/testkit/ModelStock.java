package com.luckyfunatic.engine.testkit;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger of stock must do, written plainly: a list that is counted anew each time.
 * Thread-safe.
 */
public final class ModelStock implements StockLedger {
    private static final Comparator<Reservation> BY_END =
            Comparator.comparingLong(Reservation::untilMillis)
                    .thenComparing(Reservation::player)
                    .thenComparing(reservation -> reservation.operationId().value());

    private final List<Reservation> all = new ArrayList<>();

    @Override
    public synchronized ReserveOutcome reserve(Reservation wanted, long total) {
        Amounts.require("total", total);
        Optional<Reservation> known = find(wanted.player(), wanted.operationId());
        if (known.isPresent()) {
            return new ReserveOutcome.Known(known.get());
        }
        long left = level(wanted.stock()).left(total);
        if (left < wanted.quantity()) {
            return new ReserveOutcome.SoldOut(left);
        }
        all.add(wanted);
        return new ReserveOutcome.Reserved(wanted);
    }

    @Override
    public Optional<ReservationStep> confirm(PlayerId player, OperationId operationId) {
        return settle(player, operationId, ReservationStep.SOLD);
    }

    @Override
    public Optional<ReservationStep> release(PlayerId player, OperationId operationId) {
        return settle(player, operationId, ReservationStep.RELEASED);
    }

    private synchronized Optional<ReservationStep> settle(
            PlayerId player, OperationId operationId, ReservationStep state) {
        find(player, operationId)
                .filter(each -> each.state() == ReservationStep.RESERVED)
                .ifPresent(each -> all.set(all.indexOf(each), each.in(state)));
        return find(player, operationId).map(Reservation::state);
    }

    @Override
    public synchronized Optional<Reservation> find(PlayerId player, OperationId operationId) {
        return all.stream()
                .filter(each -> each.player().equals(player))
                .filter(each -> each.operationId().equals(operationId))
                .findFirst();
    }

    @Override
    public synchronized StockLevel level(StockId stock) {
        return new StockLevel(
                pieces(stock, ReservationStep.RESERVED), pieces(stock, ReservationStep.SOLD));
    }

    private long pieces(StockId stock, ReservationStep state) {
        return all.stream()
                .filter(each -> each.stock().equals(stock) && each.state() == state)
                .mapToLong(Reservation::quantity)
                .sum();
    }

    @Override
    public synchronized List<Reservation> open(
            long untilMillis, @Nullable Reservation after, int limit) {
        Page.requireLimit(limit);
        return all.stream()
                .filter(each -> each.state() == ReservationStep.RESERVED)
                .filter(each -> each.untilMillis() <= untilMillis)
                .sorted(BY_END)
                .filter(each -> after == null || BY_END.compare(each, after) > 0)
                .limit(limit)
                .toList();
    }
}
