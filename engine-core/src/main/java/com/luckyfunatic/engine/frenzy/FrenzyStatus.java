package com.luckyfunatic.engine.frenzy;

/**
 * Frenzy as a player sees it at a moment.
 *
 * @param meter accepted taps in the meter
 * @param meterMax a full meter
 * @param multiplierBps what the next frenzy multiplies by, basis points
 * @param isActive whether it works now
 * @param activeUntilMillis when it ends, epoch milliseconds; 0 when it is not active
 * @param cooldownLeftMillis until it can be started again; 0 when only the meter matters
 */
public record FrenzyStatus(
        int meter,
        int meterMax,
        long multiplierBps,
        boolean isActive,
        long activeUntilMillis,
        long cooldownLeftMillis) {}
