package com.luckyfunatic.engine.stock;

/** What came of asking for a {@link Reservation}. */
public sealed interface ReserveOutcome {
    /** The pieces are held from now on. */
    record Reserved(Reservation reservation) implements ReserveOutcome {}

    /**
     * There is one under the operation id already: whatever was asked for then, as it is now.
     * Nothing has changed.
     */
    record Known(Reservation reservation) implements ReserveOutcome {}

    /**
     * There are not so many pieces. Nothing is kept of the question, so that it may be asked again.
     *
     * @param left how many could be reserved
     */
    record SoldOut(long left) implements ReserveOutcome {}
}
