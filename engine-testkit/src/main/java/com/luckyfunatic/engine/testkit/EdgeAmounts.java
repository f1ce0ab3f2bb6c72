package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.amount.Amounts;
import java.util.List;
import java.util.random.RandomGenerator;

/** Amounts at which stores and rules tend to go wrong. */
public final class EdgeAmounts {
    /** Nothing, next to nothing, the borders of 31 and 32 bits, and the cap. */
    public static final List<Long> ALL =
            List.of(
                    0L,
                    1L,
                    Integer.MAX_VALUE - 1L,
                    (long) Integer.MAX_VALUE,
                    Integer.MAX_VALUE + 1L,
                    (1L << 32) - 1,
                    1L << 32,
                    Amounts.MAX - 1,
                    Amounts.MAX);

    private EdgeAmounts() {}

    /** Draws one of {@link #ALL}, or, half of the time, any amount below ten thousand. */
    public static long draw(RandomGenerator random) {
        return random.nextBoolean() ? ALL.get(random.nextInt(ALL.size())) : random.nextLong(10_000);
    }
}
