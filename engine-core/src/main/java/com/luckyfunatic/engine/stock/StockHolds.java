package com.luckyfunatic.engine.stock;

import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.hold.Holds;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StockLedger;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is held of supplies, in a ledger. */
public record StockHolds(StockLedger ledger) implements Holds<Reservation> {
    /** Returns what settles purchases from {@code storage} that were interrupted. */
    public static HoldSweeper<Reservation> sweeper(GameStorage storage, InstantSource clock) {
        return sweeper(storage.players(), storage.stock(), clock);
    }

    /** Returns what settles purchases from {@code ledger} that were interrupted. */
    public static HoldSweeper<Reservation> sweeper(
            PlayerStore players, StockLedger ledger, InstantSource clock) {
        return new HoldSweeper<>(players, new StockHolds(ledger), clock, "stock-sweeper");
    }

    @Override
    public boolean settle(Reservation hold, boolean isPaid) {
        return isPaid
                ? ledger.confirm(hold.player(), hold.operationId())
                        .equals(Optional.of(ReservationStep.SOLD))
                : ledger.release(hold.player(), hold.operationId())
                        .equals(Optional.of(ReservationStep.RELEASED));
    }

    @Override
    public List<Reservation> overdue(long untilMillis, @Nullable Reservation after, int limit) {
        return ledger.open(untilMillis, after, limit);
    }
}
