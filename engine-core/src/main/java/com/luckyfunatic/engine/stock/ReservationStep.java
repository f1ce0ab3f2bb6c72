package com.luckyfunatic.engine.stock;

/** What has become of a {@link Reservation}. The last two are for good. */
public enum ReservationStep {
    /** The pieces are held until the purchase is decided. */
    RESERVED,

    /** They were paid for. */
    SOLD,

    /** They went back, and this purchase can never have them. */
    RELEASED
}
