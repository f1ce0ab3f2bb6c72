package com.luckyfunatic.engine.income;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.accrual.Segments;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.effect.EffectiveValues;
import com.luckyfunatic.engine.player.PlayerState;

/**
 * The rules of passive income. Pure.
 *
 * <p>Income accrues from the last collection at the rate in force, for at most the catalog's cap;
 * the cap cuts the end of the interval. Each part between rate changes is paid at its own rate, and
 * the rest of each division stays (by milliseconds and by basis points), so that collecting often
 * pays exactly what collecting once pays.
 */
public final class IncomeRules {
    private IncomeRules() {}

    /** Decides a command on passive income. */
    public static Decision decide(PlayerState state, IncomeCommand command, RuleContext context) {
        return switch (command) {
            case IncomeCommand.CollectIncome() -> {
                IncomeEvent.IncomeCollected collected = collect(state, context);
                yield isNothing(collected, state, context)
                        ? Decision.accepted(IncomeResult.PassiveIncome.NONE)
                        : Decision.accepted(result(collected), collected);
            }
        };
    }

    /**
     * Returns whether a collection would change nothing but its moment. Where nothing earns, that
     * moment does not matter: {@link IncomeState#settled} moves it before something begins to.
     */
    private static boolean isNothing(
            IncomeEvent.IncomeCollected collected, PlayerState state, RuleContext context) {
        IncomeState income = state.income();
        if (income.collectOnNextCommand()) {
            return false;
        }
        long now = context.nowMillis();
        boolean accruedNothing =
                collected.accruedAfter() == income.accrued()
                        && collected.partsAfter() == income.parts()
                        && EffectiveValues.incomePerHour(state, context.catalog(), now) == 0;
        return accruedNothing || now == income.collectedAtMillis();
    }

    /** Returns the event that pays out what has accrued by the context's moment. */
    public static IncomeEvent.IncomeCollected collect(PlayerState state, RuleContext context) {
        Accrued accrued = accruedAt(state, context);
        Accrued rest = accrued.rest();
        long earned = accrued.funz();
        long credit = Amounts.creditable(state.wallet().funz(), earned);
        long cap = context.catalog().incomeCapMillis();
        long elapsed = context.nowMillis() - state.income().collectedAtMillis();
        return new IncomeEvent.IncomeCollected(
                credit,
                earned - credit,
                Math.min(elapsed, cap),
                elapsed > cap,
                rest.whole(),
                context.nowMillis(),
                rest.parts());
    }

    /** Returns what a collection reports to the player. */
    public static IncomeResult.PassiveIncome result(IncomeEvent.IncomeCollected collected) {
        return new IncomeResult.PassiveIncome(
                collected.funzDelta(), collected.forMillis(), collected.capped());
    }

    /** Returns what has accrued by the context's moment. */
    public static Accrued accruedAt(PlayerState state, RuleContext context) {
        IncomeState income = state.income();
        long from = income.settledAtMillis();
        long to =
                Math.min(
                        context.nowMillis(),
                        income.collectedAtMillis() + context.catalog().incomeCapMillis());
        Accrued accrued = income.allAccrued();
        while (from < to) {
            long end = Segments.end(state.boosters(), from, to);
            long perHourBps = EffectiveValues.incomePerHourBps(state, context.catalog(), from);
            accrued = accrued.plus(perHourBps, end - from);
            from = end;
        }
        return accrued;
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, IncomeEvent event) {
        return switch (event) {
            case IncomeEvent.IncomeCollected collected ->
                    state.change()
                            .wallet(state.wallet().earnFunz(collected.funzDelta()))
                            .income(
                                    state.income()
                                            .collected(
                                                    new Accrued(
                                                            collected.accruedAfter(),
                                                            collected.partsAfter()),
                                                    collected.atMillis()))
                            .done();
        };
    }
}
