package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.hold.Hold;
import com.luckyfunatic.engine.stock.Reservation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * Pieces of a supply that are held for a purchase under way.
 *
 * @param stock of which supply
 * @param playerId who buys
 * @param operationId the player's name for the purchase
 * @param quantity how many pieces
 * @param heldSince since when
 * @param heldUntil until when the purchase may be decided; what is held for much longer is stuck
 */
@Schema(
        example =
                """
                {"stock": "golden_hat", "playerId": "184467440737095516", "operationId":
                "0f8fad5b-d9cb-469f-a165-70867728950e", "quantity": 1, "heldSince":
                "2026-11-22T15:00:00.123Z", "heldUntil": "2026-11-22T15:01:00.123Z"}
                """)
record StockHoldView(
        String stock,
        String playerId,
        String operationId,
        long quantity,
        Instant heldSince,
        Instant heldUntil) {
    static StockHoldView of(Reservation held) {
        Instant until = Instant.ofEpochMilli(held.untilMillis());
        return new StockHoldView(
                held.stock().value(),
                held.player().toString(),
                held.operationId().value(),
                held.quantity(),
                // Every purchase holds for the same time.
                until.minus(Hold.TIME),
                until);
    }
}
