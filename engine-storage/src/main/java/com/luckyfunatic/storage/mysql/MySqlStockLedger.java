package com.luckyfunatic.storage.mysql;

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
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code stock_level} and {@code stock_reservation}. Whatever changes them locks the row
 * of the level first. Every transaction may be done twice: then it finds what it did. Thread-safe.
 */
final class MySqlStockLedger implements StockLedger {
    private final Transactions transactions;
    private final StockTurns turns;
    private final StockRows rows;

    MySqlStockLedger(Transactions transactions, StockTurns turns, StockRows rows) {
        this.transactions = transactions;
        this.turns = turns;
        this.rows = rows;
    }

    @Override
    public ReserveOutcome reserve(Reservation wanted, long total) {
        Amounts.require("total", total);
        Optional<ReserveOutcome> certain =
                transactions.run(
                        connection -> Optional.ofNullable(certain(connection, wanted, total)));
        return certain.orElseGet(
                () -> turns.run(wanted.stock(), connection -> reserve(connection, wanted, total)));
    }

    /** Returns the outcome if nobody can change it any more: a crowd before nothing is cheap. */
    private @Nullable ReserveOutcome certain(Connection connection, Reservation wanted, long total)
            throws SQLException {
        Reservation known = rows.find(connection, wanted.player(), wanted.operationId());
        if (known != null) {
            return new ReserveOutcome.Known(known);
        }
        StockLevel level = rows.level(connection, wanted.stock());
        return level.unsold(total) < wanted.quantity()
                ? new ReserveOutcome.SoldOut(level.left(total))
                : null;
    }

    private ReserveOutcome reserve(Connection connection, Reservation wanted, long total)
            throws SQLException {
        rows.addLevel(connection, wanted.stock());
        Reservation known = rows.find(connection, wanted.player(), wanted.operationId());
        if (known != null) {
            return new ReserveOutcome.Known(known);
        }
        if (!rows.take(connection, wanted.stock(), wanted.quantity(), total)) {
            return new ReserveOutcome.SoldOut(rows.level(connection, wanted.stock()).left(total));
        }
        // One id on two supplies at once: the second fails here, begins anew, and finds the first.
        rows.insert(connection, wanted);
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

    private Optional<ReservationStep> settle(
            PlayerId player, OperationId operationId, ReservationStep state) {
        Optional<Reservation> before = find(player, operationId);
        if (before.isEmpty() || before.get().state() != ReservationStep.RESERVED) {
            return before.map(Reservation::state);
        }
        return turns.run(
                before.get().stock(), connection -> settle(connection, before.get(), state));
    }

    private Optional<ReservationStep> settle(
            Connection connection, Reservation held, ReservationStep state) throws SQLException {
        rows.lockLevel(connection, held.stock());
        Reservation now = rows.find(connection, held.player(), held.operationId());
        if (now == null || now.state() != ReservationStep.RESERVED) {
            return Optional.ofNullable(now).map(Reservation::state);
        }
        if (!rows.giveBack(connection, now, state)) {
            throw new StorageCorruptException(
                    "more of " + now.stock() + " was held than is counted");
        }
        if (!rows.settle(connection, now, state)) {
            throw new IllegalStateException("a reservation was changed without its level");
        }
        return Optional.of(state);
    }

    @Override
    public Optional<Reservation> find(PlayerId player, OperationId operationId) {
        return transactions.run(
                connection -> Optional.ofNullable(rows.find(connection, player, operationId)));
    }

    @Override
    public StockLevel level(StockId stock) {
        return transactions.run(connection -> rows.level(connection, stock));
    }

    @Override
    public List<Reservation> open(long untilMillis, @Nullable Reservation after, int limit) {
        Page.requireLimit(limit);
        return transactions.run(connection -> rows.open(connection, untilMillis, after, limit));
    }
}
