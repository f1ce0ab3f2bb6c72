package com.luckyfunatic.server.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A limit, and how much of it is left.
 *
 * @param limit how often it can be done
 * @param used how often it was done
 * @param remaining how often it can be done still
 * @param resetsAt when it begins anew; null for never
 */
public record LimitView(long limit, long used, long remaining, @Nullable Instant resetsAt) {
    /** Whether all of it is left. */
    public boolean untouched() {
        return used == 0;
    }

    /** Shows a limit of which {@code used} are used up. */
    public static LimitView of(long limit, long used, @Nullable Instant resetsAt) {
        return new LimitView(limit, used, Math.max(0, limit - used), resetsAt);
    }
}
