package com.luckyfunatic.server.view;

import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import java.time.Duration;

/**
 * What was paid "while you were away", with the request that this answers.
 *
 * @param amount funz credited
 * @param forDuration the time it was paid for, ISO-8601
 * @param forDurationMs the same in milliseconds
 * @param capped whether more time had passed than is paid for
 */
public record PassiveIncomeView(
        long amount, String forDuration, long forDurationMs, boolean capped) {
    private static final PassiveIncomeView NONE = new PassiveIncomeView(0, "PT0S", 0, false);

    static PassiveIncomeView of(PassiveIncome income) {
        return income.equals(PassiveIncome.NONE)
                ? NONE
                : new PassiveIncomeView(
                        income.amount(),
                        Duration.ofMillis(income.forMillis()).toString(),
                        income.forMillis(),
                        income.capped());
    }
}
