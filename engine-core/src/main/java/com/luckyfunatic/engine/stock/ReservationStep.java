package com.luckyfunatic.engine.stock;

/** What has become of a {@link Reservation}, or of tickets that are held for a purchase. */
public enum ReservationStep {
    /** The pieces are held until the purchase is decided. */
    RESERVED,

    /** They were paid for, for good if they are pieces of a stock. */
    SOLD,

    /** They went back, and this purchase can never have them. */
    RELEASED,

    /**
     * They were paid for, and the price was given back, for good: tickets of a cancelled raffle.
     */
    REFUNDED
}
