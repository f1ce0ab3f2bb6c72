package com.luckyfunatic.engine.accrual;

import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.energy.EnergyRules;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.income.Accrued;
import com.luckyfunatic.engine.income.IncomeRules;
import com.luckyfunatic.engine.player.PlayerState;

/**
 * Settles what accrues, for features that are about to change a rate: what was earned before the
 * change keeps the old rate. Pure.
 */
public final class AccrualRules {
    private AccrualRules() {}

    /** Returns the event that brings energy and passive income up to the context's moment. */
    public static AccrualEvent.AccrualSettled settle(PlayerState state, RuleContext context) {
        Accrued income = IncomeRules.accruedAt(state, context);
        return new AccrualEvent.AccrualSettled(
                EnergyRules.microsAt(state, context),
                income.whole(),
                context.nowMillis(),
                income.parts());
    }

    /**
     * Returns {@code state} after {@code event}. What is already counted beyond the event's moment
     * (energy, by a tap on a server whose clock was ahead) stays counted: nothing is paid twice.
     */
    public static PlayerState evolve(PlayerState state, AccrualEvent event) {
        return switch (event) {
            case AccrualEvent.AccrualSettled(long energy, long whole, long at, int parts) ->
                    state.change()
                            .energy(
                                    new EnergyState(
                                            energy, Math.max(at, state.energy().atMillis())))
                            .income(state.income().settled(new Accrued(whole, parts), at))
                            .boosters(state.boosters().withoutEnded(at))
                            .done();
        };
    }
}
