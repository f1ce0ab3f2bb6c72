package com.luckyfunatic.benchmarks.memory;

/**
 * A record as large as the parts of a player's state that a tap replaces: 30 words. Public because
 * JMH's generated code names it.
 */
public record PlainRecord(
        long a0,
        long a1,
        long a2,
        long a3,
        long a4,
        long a5,
        long a6,
        long a7,
        long a8,
        long a9,
        long b0,
        long b1,
        long b2,
        long b3,
        long b4,
        long b5,
        long b6,
        long b7,
        long b8,
        long b9,
        long c0,
        long c1,
        long c2,
        long c3,
        long c4,
        long c5,
        long c6,
        long c7,
        long c8,
        long c9) {
    static final PlainRecord FIRST =
            new PlainRecord(
                    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                    0, 0, 0);

    /** Returns the record after one more change. */
    PlainRecord next() {
        return new PlainRecord(
                a0 + 1, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9,
                c0, c1, c2, c3, c4, c5, c6, c7, c8, c9);
    }
}
