package com.luckyfunatic.engine.accrual;

import com.luckyfunatic.engine.GameEvent;

/** What happened to things that accrue over time. */
public sealed interface AccrualEvent extends GameEvent {
    /**
     * Energy and passive income were brought up to a moment, because a rate is about to change.
     *
     * @param energyMicrosAfter the energy then, millionths of a unit
     * @param incomeAccruedAfter the income accrued by then and not collected, funz per hour ×
     *     milliseconds
     * @param atMillis the moment, epoch milliseconds
     * @param incomePartsAfter the ten-thousandths accrued beyond {@code incomeAccruedAfter}
     */
    record AccrualSettled(
            long energyMicrosAfter, long incomeAccruedAfter, long atMillis, int incomePartsAfter)
            implements AccrualEvent {}
}
