package com.luckyfunatic.engine.tournament;

/** What has become of a {@link TournamentEntry}. */
public enum EntryStep {
    /** The seat is held until the fee is paid or refused. */
    HELD,
    /** The fee is paid. */
    CONFIRMED,
    /** The fee was not paid; the seat went back, for good. */
    RELEASED,
    /** The tournament was cancelled and the fee given back, for good. */
    REFUNDED;

    /** Returns whether the fee was paid, given back or not. */
    public boolean isPaid() {
        return this == CONFIRMED || this == REFUNDED;
    }
}
