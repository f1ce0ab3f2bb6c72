package com.luckyfunatic.engine.stock;

import com.luckyfunatic.engine.Refusal;

/** Why the player's part of a purchase from stock is not carried out, whatever it is. */
public sealed interface StockRefusal extends Refusal {
    /**
     * It comes too late: what was held for it goes to others.
     *
     * @param untilMillis until when it was held, epoch milliseconds
     */
    record ReservationExpired(long untilMillis) implements StockRefusal {
        @Override
        public String code() {
            return "reservation_expired";
        }
    }
}
