package com.luckyfunatic.engine.income;

import com.luckyfunatic.engine.Result;

/** What collecting income gives back. */
public sealed interface IncomeResult extends Result {
    /**
     * What was paid "while you were away".
     *
     * @param amount funz credited
     * @param forMillis the time it was paid for
     * @param capped whether more time had passed than is paid for
     */
    record PassiveIncome(long amount, long forMillis, boolean capped) implements IncomeResult {
        /** Nothing was collected. */
        public static final PassiveIncome NONE = new PassiveIncome(0, 0, false);
    }
}
