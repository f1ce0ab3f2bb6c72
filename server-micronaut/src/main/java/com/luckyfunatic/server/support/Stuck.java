package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.StockLedger;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits or is held, page by page. Thread-safe; calls block on the storage. */
@Singleton
final class Stuck {
    private final GameEngine engine;

    Stuck(GameEngine engine) {
        this.engine = engine;
    }

    /**
     * Returns what waits to be carried out, longest waiting first.
     *
     * @param after {@code since:number} of the last one before; null for the first page
     */
    Page<PendingFollowUp> followUps(@Nullable String after, int limit) {
        FollowUpQueue.WaitingPosition position = null;
        if (after != null) {
            int colon = after.indexOf(':');
            position =
                    new FollowUpQueue.WaitingPosition(
                            Long.parseLong(after, 0, colon, 10),
                            Long.parseLong(after, colon + 1, after.length(), 10));
        }
        return engine.storage().followUps().waiting(position, limit);
    }

    /** Returns the place of {@code followUp}. */
    static String position(PendingFollowUp followUp) {
        return followUp.waitsSinceMillis() + ":" + followUp.id();
    }

    /**
     * Returns what is held of supplies, oldest first.
     *
     * @param after {@code player:operation} of the last one before; null for the first page
     */
    Page<Reservation> stockHolds(@Nullable String after, int limit) {
        StockLedger stock = engine.storage().stock();
        Reservation last = after == null ? null : reservation(stock, after);
        List<Reservation> held = stock.open(Long.MAX_VALUE, last, limit);
        boolean hasMore =
                held.size() == limit && !stock.open(Long.MAX_VALUE, held.getLast(), 1).isEmpty();
        return new Page<>(held, hasMore);
    }

    /** Reservations stay for ever: what a page ended with is known, whatever became of it. */
    private static Reservation reservation(StockLedger stock, String position) {
        int colon = position.indexOf(':');
        return stock.find(
                        PlayerId.parse(position.substring(0, colon)),
                        new OperationId(position.substring(colon + 1)))
                .orElseThrow();
    }

    /** Returns the place of {@code held}. */
    static String position(Reservation held) {
        return held.player() + ":" + held.operationId();
    }
}
