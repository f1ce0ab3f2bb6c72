package com.luckyfunatic.engine.raffle;

/** How far a raffle has come; it only goes forward. */
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
    DONE
}
