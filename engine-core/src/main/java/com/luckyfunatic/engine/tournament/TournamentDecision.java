package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;

/**
 * That an operator's plan has changed a tournament. It does so at most once for ever, and of two
 * plans for the same change one does.
 *
 * @param operation the plan's operation
 * @param tournament what it has changed
 * @param atMillis when, epoch milliseconds
 */
public record TournamentDecision(OperationId operation, TournamentId tournament, long atMillis) {
    /** Checks the range. */
    public TournamentDecision {
        Amounts.require("atMillis", atMillis);
    }
}
