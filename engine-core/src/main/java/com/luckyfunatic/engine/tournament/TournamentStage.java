package com.luckyfunatic.engine.tournament;

/**
 * How far somebody has brought a tournament: what of its state is stored. What only the time
 * changes is not; {@link TournamentPhase} tells both.
 */
public enum TournamentStage {
    /** It is being prepared, and only whoever prepares it sees it. */
    DRAFT,
    /** It is announced; the clock opens and closes it. */
    PUBLISHED,
    /** It is over and its standings are fixed. */
    RANKED,
    /** Its prizes are being paid. */
    PAYING,
    /** Its prizes are paid. */
    DONE,
    /** It does not take place; whoever has entered gets the fee back. */
    CANCELLED;

    /**
     * Returns whether a tournament can go from here to {@code next} in one step. Once prizes are
     * being paid it cannot be cancelled: they would have to be taken back.
     */
    public boolean canBecome(TournamentStage next) {
        return switch (this) {
            case DRAFT -> next == PUBLISHED || next == CANCELLED;
            case PUBLISHED -> next == RANKED || next == CANCELLED;
            case RANKED -> next == PAYING || next == CANCELLED;
            case PAYING -> next == DONE;
            case DONE, CANCELLED -> false;
        };
    }
}
