package com.luckyfunatic.engine.raffle;

/** What came of asking for a {@link TicketReservation}. */
public sealed interface TicketOutcome {
    /** The tickets are held from now on. */
    record Reserved(TicketReservation reservation) implements TicketOutcome {}

    /**
     * There is one under the operation id already: whatever was asked for then, as it is now.
     * Nothing has changed.
     */
    record Known(TicketReservation reservation) implements TicketOutcome {}

    /** They cannot be had. Nothing is kept of the question, so that it may be asked again. */
    record NotReserved(RaffleRefusal reason) implements TicketOutcome {}
}
