package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.stock.ReserveOutcome;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Supplies that are counted for all players together, and what is held of them: never more is
 * reserved and sold than there is, and each piece that is reserved is sold or goes back.
 *
 * <p>Each call is one atomic step, safe from everything but the loss of the store when it returns.
 * A call that failed may have been carried out; it may be repeated. Thread-safe; every method
 * throws {@link StorageUnavailableException} when the store cannot do its part.
 */
public interface StockLedger {
    /**
     * Holds the pieces of {@code wanted} if there are so many, and its operation id has no
     * reservation yet.
     *
     * @param wanted in the state {@link ReservationStep#RESERVED}
     * @param total how many pieces there are in all, 0 to {@link
     *     com.luckyfunatic.engine.amount.Amounts#MAX}; may be another number each time. What is
     *     reserved and sold when it is lowered stays so
     */
    ReserveOutcome reserve(Reservation wanted, long total);

    /**
     * Turns a reservation into a sale, unless it was released.
     *
     * @return what it is afterwards; empty when there is none
     */
    Optional<ReservationStep> confirm(PlayerId player, OperationId operationId);

    /**
     * Gives the pieces of a reservation back, unless they were sold.
     *
     * @return what it is afterwards; empty when there is none
     */
    Optional<ReservationStep> release(PlayerId player, OperationId operationId);

    /** Returns the reservation of {@code player} under {@code operationId}. */
    Optional<Reservation> find(PlayerId player, OperationId operationId);

    /** Returns how much of {@code stock} is gone. */
    StockLevel level(StockId stock);

    /**
     * Returns up to {@code limit} reservations that are neither sold nor released and end at {@code
     * untilMillis} or before, in the order of their end, players and operation ids.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<Reservation> open(long untilMillis, @Nullable Reservation after, int limit);
}
