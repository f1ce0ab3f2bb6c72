package com.luckyfunatic.engine.stock;

import com.luckyfunatic.engine.amount.Amounts;

/**
 * How much of a supply is gone.
 *
 * @param reserved pieces that are held for purchases under way
 * @param sold pieces that were paid for, for good
 */
public record StockLevel(long reserved, long sold) {
    /** Of a supply that nobody has asked for. */
    public static final StockLevel UNTOUCHED = new StockLevel(0, 0);

    /** Checks the ranges. */
    public StockLevel {
        Amounts.require("reserved", reserved);
        Amounts.require("sold", sold);
    }

    /**
     * Returns how many pieces can still be reserved when there are {@code total} in all; 0 when the
     * total was lowered to what is gone, or below.
     */
    public long left(long total) {
        return Math.max(0, total - reserved - sold);
    }

    /**
     * Returns how many pieces are not sold. It never grows while the total stays, so who wants more
     * need not try again.
     */
    public long unsold(long total) {
        return Math.max(0, total - sold);
    }
}
