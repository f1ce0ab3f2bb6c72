package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A stored answer without its state, which is kept beside it for a shorter time.
 *
 * @param hasState whether there was a state, be it still kept or not
 */
public record AnswerDocument(
        Outcome outcome, PassiveIncome passiveIncome, long nowMillis, boolean hasState) {
    /** Returns the document of {@code answer}. */
    public static AnswerDocument of(Answer answer) {
        return new AnswerDocument(
                answer.outcome(),
                answer.passiveIncome(),
                answer.nowMillis(),
                answer.state() != null);
    }

    /**
     * Returns the answer as a repeat.
     *
     * @param kept the state that is still kept
     * @param present the present state, for an answer whose own is not kept any more
     */
    public Answer toRepeat(@Nullable PlayerState kept, Supplier<@Nullable PlayerState> present) {
        if (kept != null || !hasState) {
            return new Answer(outcome, kept, passiveIncome, nowMillis, true);
        }
        PlayerState state = present.get();
        long shownAt = state == null ? nowMillis : Math.max(nowMillis, state.changedAtMillis());
        return new Answer(outcome, state, passiveIncome, shownAt, true);
    }
}
