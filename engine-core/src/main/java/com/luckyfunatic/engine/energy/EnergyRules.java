package com.luckyfunatic.engine.energy;

import static com.luckyfunatic.engine.energy.EnergyState.MICROS_PER_UNIT;

import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.accrual.Segments;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.effect.EffectiveValues;
import com.luckyfunatic.engine.player.PlayerState;

/**
 * The rules of energy. Pure.
 *
 * <p>Energy grows at the rate in force up to the maximum in force; where a booster ends inside the
 * interval, each part grows by its own values. Energy above the maximum (a booster that raised it
 * has ended) stays until it is spent and does not grow.
 */
public final class EnergyRules {
    private EnergyRules() {}

    /** Returns the energy at the context's moment, in millionths of a unit. */
    public static long microsAt(PlayerState state, RuleContext context) {
        long from = state.energy().atMillis();
        long to = context.nowMillis();
        long micros = state.energy().micros();
        while (from < to) {
            long end = Segments.end(state.boosters(), from, to);
            micros = regenerate(micros, end - from, state, context.catalog(), from);
            from = end;
        }
        return micros;
    }

    private static long regenerate(
            long micros, long elapsedMillis, PlayerState state, Catalog catalog, long atMillis) {
        long full = EffectiveValues.energyMax(state, catalog, atMillis) * MICROS_PER_UNIT;
        if (micros >= full) {
            return micros;
        }
        // Thousandths per second are millionths per millisecond.
        long rate = EffectiveValues.energyRegenMilliPerSecond(state, catalog, atMillis);
        return isGained(full - micros, rate, elapsedMillis) ? full : micros + rate * elapsedMillis;
    }

    /** A product of 2^64 and more, after ages, is more than any energy; nothing is divided. */
    private static boolean isGained(long micros, long rate, long elapsedMillis) {
        return Math.unsignedMultiplyHigh(rate, elapsedMillis) != 0
                || Long.compareUnsigned(rate * elapsedMillis, micros) >= 0;
    }

    private static long millisToGain(long micros, long rate) {
        return Math.ceilDiv(micros, rate);
    }

    /** Returns energy as the player sees it at the context's moment. */
    public static EnergyStatus status(PlayerState state, RuleContext context) {
        long now = context.nowMillis();
        long micros = microsAt(state, context);
        long max = EffectiveValues.energyMax(state, context.catalog(), now);
        long rate = EffectiveValues.energyRegenMilliPerSecond(state, context.catalog(), now);
        long missing = Math.max(0, max * MICROS_PER_UNIT - micros);
        long fullAt = rate == 0 ? now : now + millisToGain(missing, rate);
        return new EnergyStatus(micros / MICROS_PER_UNIT, max, rate, fullAt);
    }
}
