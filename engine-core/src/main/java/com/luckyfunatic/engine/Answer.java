package com.luckyfunatic.engine;

import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerState;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command. A repeat under the same operation id gives the first one again.
 *
 * @param outcome how it ended
 * @param state the player's state right after an accepted command; null for any other outcome,
 *     which has changed nothing. Of a repeat after more than a day it may be the present state
 * @param passiveIncome what was collected along with it
 * @param nowMillis the moment it was decided at, epoch milliseconds
 * @param repeated whether this is the stored first answer
 */
public record Answer(
        Outcome outcome,
        @Nullable PlayerState state,
        PassiveIncome passiveIncome,
        long nowMillis,
        boolean repeated) {
    /** Returns this answer marked as a repeat. */
    public Answer asRepeat() {
        return new Answer(outcome, state, passiveIncome, nowMillis, true);
    }

    /** Returns the answer to a command that is refused at {@code nowMillis}, epoch milliseconds. */
    public static Answer refused(Refusal reason, long nowMillis) {
        return new Answer(new Outcome.Refused(reason), null, PassiveIncome.NONE, nowMillis, false);
    }

    /** Returns the answer to another command under an operation id that is in use. */
    public static Answer operationIdReused(long nowMillis) {
        return new Answer(
                new Outcome.OperationIdReused(), null, PassiveIncome.NONE, nowMillis, false);
    }
}
