package com.luckyfunatic.engine.frenzy;

import com.luckyfunatic.engine.amount.BasisPoints;

/**
 * A player's frenzy.
 *
 * @param meter accepted taps since the last start, up to a full meter
 * @param untilMillis the first moment the last frenzy no longer works, epoch milliseconds
 * @param multiplierBps what the last frenzy multiplies by, basis points
 * @param readyAtMillis the end of the cooldown, epoch milliseconds
 */
public record FrenzyState(int meter, long untilMillis, long multiplierBps, long readyAtMillis) {
    /** Never started, empty. */
    public static final FrenzyState EMPTY = new FrenzyState(0, 0, BasisPoints.ONE, 0);

    /** Returns whether it works at {@code atMillis}. */
    public boolean isActive(long atMillis) {
        return atMillis < untilMillis;
    }

    /** Returns this with another meter. */
    public FrenzyState withMeter(int newMeter) {
        return newMeter == meter
                ? this
                : new FrenzyState(newMeter, untilMillis, multiplierBps, readyAtMillis);
    }
}
