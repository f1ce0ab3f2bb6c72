package com.luckyfunatic.engine.income;

import com.luckyfunatic.engine.GameEvent;

/** What happened to passive income. */
public sealed interface IncomeEvent extends GameEvent {
    /**
     * Income was paid out.
     *
     * @param funzDelta what was credited, 0 when nothing had accrued
     * @param cut what the balance cap cut off
     * @param forMillis the time it was paid for
     * @param capped whether more time had passed than is paid for
     * @param accruedAfter the part of a funz that stays for next time
     * @param atMillis the moment of the collection, epoch milliseconds
     * @param partsAfter the ten-thousandths that stay beyond {@code accruedAfter}
     */
    record IncomeCollected(
            long funzDelta,
            long cut,
            long forMillis,
            boolean capped,
            long accruedAfter,
            long atMillis,
            int partsAfter)
            implements IncomeEvent {}
}
