package com.luckyfunatic.engine.tournament;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking for a seat; the store checks in the order of this file. Of a question that
 * found no seat nothing is kept, so that it may be asked again.
 */
public sealed interface SeatOutcome {
    /** There is an entry under the operation id already, as it is now. Nothing has changed. */
    record Known(TournamentEntry entry) implements SeatOutcome {}

    /** There is no such tournament, or it is still a draft. */
    record Unknown() implements SeatOutcome {}

    /** It does not take entries at this moment. */
    record NotOpen(Tournament tournament) implements SeatOutcome {}

    /** The player is out of it. */
    record Disqualified(Disqualification disqualification) implements SeatOutcome {}

    /** The fee or its currency is not what was asked for. */
    record FeeChanged(Tournament tournament) implements SeatOutcome {}

    /**
     * The player has entered as often as can be, or is just paying for that.
     *
     * @param limit how often a player can
     */
    record LimitReached(int limit) implements SeatOutcome {}

    /** There is no seat left now; one comes back when somebody cannot pay. */
    record Full(Tournament tournament) implements SeatOutcome {}

    /** The seat is held from now on. */
    record Held(TournamentEntry entry) implements SeatOutcome {}

    /**
     * Returns why there is no seat for {@code wanted}, whose operation id has none yet; null when
     * there is one.
     *
     * @param tournament as it is now; null for none
     * @param disqualification why the player is out of it; null for one who is not
     * @param before how many entries of it the player has paid for or is just paying for
     */
    static @Nullable SeatOutcome whyNot(
            @Nullable Tournament tournament,
            TournamentEntry wanted,
            @Nullable Disqualification disqualification,
            long before) {
        if (tournament == null || tournament.stage() == TournamentStage.DRAFT) {
            return new Unknown();
        }
        TournamentDefinition definition = tournament.definition();
        if (!tournament.isOpen(wanted.atMillis())) {
            return new NotOpen(tournament);
        }
        if (disqualification != null) {
            return new Disqualified(disqualification);
        }
        if (wanted.fee() != definition.entryFee() || wanted.currency() != definition.currency()) {
            return new FeeChanged(tournament);
        }
        if (before >= definition.entriesPerPlayer()) {
            return new LimitReached(definition.entriesPerPlayer());
        }
        return tournament.seatsLeft() < 1 ? new Full(tournament) : null;
    }
}
