package com.luckyfunatic.engine.booster;

import com.luckyfunatic.engine.effect.Effect;

/**
 * A timed booster in force, with the effect it was activated with: a later change of content does
 * not touch it.
 *
 * @param magnitude units to add, or basis points to multiply by
 * @param untilMillis the first moment it no longer works, epoch milliseconds
 */
public record ActiveBooster(BoosterType type, Effect effect, long magnitude, long untilMillis) {
    /** Returns whether it works at {@code atMillis}. */
    public boolean isActive(long atMillis) {
        return atMillis < untilMillis;
    }
}
