package com.luckyfunatic.engine.raffle;

/** How far a raffle has come; it only goes forward, and may be cancelled before the draw. */
public enum RaffleStep {
    /** Tickets can be reserved, within its window. */
    OPEN,

    /** None can be any more; those that are reserved still come to an end. */
    CLOSED,

    /** The list of tickets is final, and its hash published. */
    FROZEN,

    /** The winners are drawn, and the seed published. */
    DRAWN,

    /** Every prize is paid. */
    DONE,

    /** It does not take place; whoever has bought tickets gets their price back. */
    CANCELLED,

    /** It did not take place, and every price was given back. */
    REFUNDED;

    /** Returns whether the list of tickets is final and of use. */
    public boolean isFrozen() {
        return this == FROZEN || isDrawn();
    }

    /** Returns whether there are winners. */
    public boolean isDrawn() {
        return this == DRAWN || this == DONE;
    }

    /** Returns whether it does not take place. */
    public boolean isCancelled() {
        return this == CANCELLED || this == REFUNDED;
    }

    /** Returns whether something must still be done until it is {@link #DONE}. */
    public boolean isUnfinished() {
        return this != DONE && !isCancelled();
    }

    /** Returns whether it can still be cancelled: once it is drawn, prizes have owners. */
    public boolean canBeCancelled() {
        return this == OPEN || this == CLOSED || this == FROZEN;
    }
}
