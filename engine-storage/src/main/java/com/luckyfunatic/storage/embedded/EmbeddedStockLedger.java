package com.luckyfunatic.storage.embedded;

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
import com.luckyfunatic.storage.codec.GameCodec;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Supplies and their reservations. What changes them is decided by the writer, who alone does so,
 * and forced to disk; what cannot change any more is answered by the readers. Thread-safe.
 */
final class EmbeddedStockLedger implements StockLedger {
    private final Database database;
    private final GameCodec codec;
    private final GroupCommit writer;

    EmbeddedStockLedger(Database database, GameCodec codec, GroupCommit writer) {
        this.database = database;
        this.codec = codec;
        this.writer = writer;
    }

    @Override
    public ReserveOutcome reserve(Reservation wanted, long total) {
        Amounts.require("total", total);
        Optional<ReserveOutcome> certain =
                read(rows -> Optional.ofNullable(certain(rows, wanted, total)));
        return certain.orElseGet(() -> write(rows -> reserve(rows, wanted, total)));
    }

    /** Returns the outcome if later writes cannot change it: a crowd before nothing is cheap. */
    private static @Nullable ReserveOutcome certain(StockRows rows, Reservation wanted, long total)
            throws SQLException {
        Reservation known = rows.find(wanted.player(), wanted.operationId());
        if (known != null) {
            return new ReserveOutcome.Known(known);
        }
        StockLevel level = rows.level(wanted.stock());
        return level.unsold(total) < wanted.quantity()
                ? new ReserveOutcome.SoldOut(level.left(total))
                : null;
    }

    private static ReserveOutcome reserve(StockRows rows, Reservation wanted, long total)
            throws SQLException {
        Reservation known = rows.find(wanted.player(), wanted.operationId());
        if (known != null) {
            return new ReserveOutcome.Known(known);
        }
        if (!rows.take(wanted.stock(), wanted.quantity(), total)) {
            return new ReserveOutcome.SoldOut(rows.level(wanted.stock()).left(total));
        }
        rows.insert(wanted);
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
        return write(rows -> {
            Reservation now = rows.find(player, operationId);
            if (now == null || now.state() != ReservationStep.RESERVED) {
                return Optional.ofNullable(now).map(Reservation::state);
            }
            // Before anything is changed: a failure of this write keeps what it has done by then.
            if (!rows.giveBack(now, state) || !rows.settle(now, state)) {
                throw new StorageCorruptException(
                        "more of " + now.stock() + " was held than is counted");
            }
            return Optional.of(state);
        });
    }

    @Override
    public Optional<Reservation> find(PlayerId player, OperationId operationId) {
        return read(rows -> Optional.ofNullable(rows.find(player, operationId)));
    }

    @Override
    public StockLevel level(StockId stock) {
        return read(rows -> rows.level(stock));
    }

    @Override
    public List<Reservation> open(long untilMillis, @Nullable Reservation after, int limit) {
        Page.requireLimit(limit);
        return read(rows -> rows.open(untilMillis, after, limit));
    }

    /** Something done with the tables. */
    @FunctionalInterface
    private interface Work<T> {
        T run(StockRows rows) throws SQLException;
    }

    private <T> T read(Work<T> work) {
        return database.read(reader -> work.run(new StockRows(codec, reader::prepare)));
    }

    private <T> T write(Work<T> work) {
        return WorkWrite.forced(
                writer, statements -> work.run(new StockRows(codec, statements::prepare)));
    }
}
