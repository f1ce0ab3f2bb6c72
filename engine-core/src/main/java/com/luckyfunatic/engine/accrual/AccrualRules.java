package com.luckyfunatic.engine.accrual;

import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.energy.EnergyRules;
import com.luckyfunatic.engine.energy.EnergyState;
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
        return new AccrualEvent.AccrualSettled(
                EnergyRules.microsAt(state, context),
                IncomeRules.accruedAt(state, context),
                context.nowMillis());
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, AccrualEvent event) {
        return switch (event) {
            case AccrualEvent.AccrualSettled(long energy, long accrued, long at) ->
                    state.change()
                            .energy(new EnergyState(energy, at))
                            .income(state.income().settled(accrued, at))
                            .boosters(state.boosters().withoutEnded(at))
                            .done();
        };
    }
}
