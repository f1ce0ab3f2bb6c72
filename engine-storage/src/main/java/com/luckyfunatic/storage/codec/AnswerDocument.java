package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerState;
import org.jspecify.annotations.Nullable;

/** A stored answer without its state, which is kept beside it for a shorter time. */
public record AnswerDocument(Outcome outcome, PassiveIncome passiveIncome, long nowMillis) {
    /** Returns the document of {@code answer}. */
    public static AnswerDocument of(Answer answer) {
        return new AnswerDocument(answer.outcome(), answer.passiveIncome(), answer.nowMillis());
    }

    /** Returns the answer as a repeat, with {@code state}. */
    public Answer toRepeat(@Nullable PlayerState state) {
        return new Answer(outcome, state, passiveIncome, nowMillis, true);
    }
}
