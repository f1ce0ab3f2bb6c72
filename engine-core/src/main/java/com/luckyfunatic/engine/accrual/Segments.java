package com.luckyfunatic.engine.accrual;

import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterState;
import java.util.List;

/**
 * Cuts an interval where a booster ends, so that each part has constant rates.
 *
 * <p>Only ends matter: starting a booster settles what has accrued before it, so none starts inside
 * an unsettled interval. Pure; no allocation.
 */
public final class Segments {
    private Segments() {}

    /** Returns the end of the part that starts at {@code from} and lies within {@code to}. */
    public static long end(BoosterState boosters, long from, long to) {
        long end = to;
        List<ActiveBooster> active = boosters.active();
        for (int i = 0; i < active.size(); i++) {
            long until = active.get(i).untilMillis();
            if (until > from && until < end) {
                end = until;
            }
        }
        return end;
    }
}
