package com.luckyfunatic.engine.prize;

/** What the numbers of a {@link PrizeTable} are. */
public enum PrizeKind {
    /** Amounts, the same however many take part. */
    AMOUNTS,
    /** Shares of the pool, in basis points: they grow with it. */
    SHARES
}
