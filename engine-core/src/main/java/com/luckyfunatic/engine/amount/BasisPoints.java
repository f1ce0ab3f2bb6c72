package com.luckyfunatic.engine.amount;

/**
 * Multipliers in basis points: {@link #ONE} (10 000) is ×1, 15 000 is ×1.5. Results are floored.
 *
 * <p>Stateless and thread-safe.
 */
public final class BasisPoints {
    /** Times one. */
    public static final int ONE = 10_000;

    private BasisPoints() {}

    /**
     * Returns {@code value × bps / 10 000}, floored.
     *
     * @throws ArithmeticException when the product passes 2^63; the catalog validator refuses
     *     content that could reach it
     */
    public static long apply(long value, long bps) {
        return Math.multiplyExact(value, bps) / ONE;
    }

    /**
     * Returns the product of two multipliers, floored and cut at {@code cap}.
     *
     * <p>Because content may only hold multipliers of at least ×1, cutting early gives the same as
     * cutting once at the end.
     */
    public static long multiply(long bps, long otherBps, long cap) {
        return Math.min(cap, bps * otherBps / ONE);
    }
}
