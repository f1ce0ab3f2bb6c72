package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.stock.ReserveOutcome;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
import com.luckyfunatic.engine.storage.StockLedger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ledger that does as another one does, for those that do one thing otherwise. */
class DelegatingStock implements StockLedger {
    private final StockLedger right;

    DelegatingStock(StockLedger right) {
        this.right = right;
    }

    @Override
    public ReserveOutcome reserve(Reservation wanted, long total) {
        return right.reserve(wanted, total);
    }

    @Override
    public Optional<ReservationStep> confirm(PlayerId player, OperationId operationId) {
        return right.confirm(player, operationId);
    }

    @Override
    public Optional<ReservationStep> release(PlayerId player, OperationId operationId) {
        return right.release(player, operationId);
    }

    @Override
    public Optional<Reservation> find(PlayerId player, OperationId operationId) {
        return right.find(player, operationId);
    }

    @Override
    public StockLevel level(StockId stock) {
        return right.level(stock);
    }

    @Override
    public List<Reservation> open(long untilMillis, @Nullable Reservation after, int limit) {
        return right.open(untilMillis, after, limit);
    }
}
