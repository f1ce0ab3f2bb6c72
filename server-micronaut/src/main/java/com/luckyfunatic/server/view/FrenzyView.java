package com.luckyfunatic.server.view;

import com.luckyfunatic.engine.frenzy.FrenzyStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Frenzy as clients see it.
 *
 * @param meter accepted taps in the meter
 * @param meterMax a full meter; only then frenzy can start
 * @param multiplierBps what the next frenzy multiplies funz per tap by, basis points (10 000 is ×1)
 * @param isActive whether it works now
 * @param activeUntil when it ends; null when it is not active
 * @param cooldownLeft whole seconds, rounded up, until it can start again; 0 when only the meter
 *     matters
 * @param cooldownLeftMs the same in milliseconds
 */
public record FrenzyView(
        int meter,
        int meterMax,
        long multiplierBps,
        boolean isActive,
        @Nullable Instant activeUntil,
        long cooldownLeft,
        long cooldownLeftMs) {
    static FrenzyView of(FrenzyStatus frenzy) {
        return new FrenzyView(
                frenzy.meter(),
                frenzy.meterMax(),
                frenzy.multiplierBps(),
                frenzy.isActive(),
                Times.instantOrNull(frenzy.activeUntilMillis()),
                Times.secondsLeft(frenzy.cooldownLeftMillis()),
                frenzy.cooldownLeftMillis());
    }
}
