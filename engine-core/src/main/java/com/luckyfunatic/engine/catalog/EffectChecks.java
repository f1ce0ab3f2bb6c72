package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.amount.BasisPoints;
import com.luckyfunatic.engine.effect.Effect;

/** Checks magnitudes of effects. Pure. */
final class EffectChecks {
    private EffectChecks() {}

    /** Checks a multiplier that works as it is: at least ×1, at most what all make together. */
    static void factor(String row, long bps, Content content, Report report) {
        long cap = content.definition().multiplierCapBps();
        if (bps < BasisPoints.ONE || bps > cap) {
            report.add(
                    row,
                    "must be "
                            + BasisPoints.ONE
                            + " (×1) to multiplierCapBps, "
                            + cap
                            + ", was "
                            + bps);
        }
    }

    /** Checks what each of {@code times} levels or copies contributes to a lasting effect. */
    static void step(
            String row, Effect effect, long magnitude, int times, Content content, Report report) {
        if (!report.range(row, magnitude, 1, Limits.ADDED_MAX) || !effect.isMultiplier()) {
            return;
        }
        long cap = content.definition().multiplierCapBps();
        long all = BasisPoints.ONE + magnitude * times;
        if (all > cap) {
            report.add(
                    row,
                    times
                            + " times "
                            + magnitude
                            + " on top of ×1 make "
                            + all
                            + ", above multiplierCapBps, "
                            + cap);
        }
    }
}
