package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Refusal;

/** What came of entering a tournament. */
public sealed interface EntryOutcome {
    /**
     * The player's payment was decided, now or when it was first sent. Accepted: the seat is the
     * player's. Otherwise it is not.
     *
     * @param tournament the tournament after it
     */
    record Decided(Answer answer, Tournament tournament) implements EntryOutcome {}

    /**
     * There is no seat for the player, who has paid nothing. Nothing is known of the operation, so
     * that it may be tried again under the same id.
     */
    record NotAdmitted(Refusal reason) implements EntryOutcome {}

    /** The operation id is that of something else; nothing has happened. */
    record OperationIdReused() implements EntryOutcome {}
}
