package com.luckyfunatic.storage.scylla;

import java.math.BigInteger;

/**
 * The ring of tokens, which are all numbers of 64 bits, cut into slices of one size.
 *
 * @param count how many slices
 */
record RingSlices(int count) {
    private static final BigInteger TOKENS = BigInteger.ONE.shiftLeft(Long.SIZE);

    RingSlices {
        if (count < 1) {
            throw new IllegalArgumentException("a ring has slices, not " + count);
        }
    }

    /** Returns the number of the slice that {@code token} lies in, from 0. */
    int of(long token) {
        return (int) Math.unsignedMultiplyHigh(token ^ Long.MIN_VALUE, count);
    }

    /** Returns the first token of a slice. */
    long first(int slice) {
        BigInteger[] cut =
                TOKENS.multiply(BigInteger.valueOf(slice))
                        .divideAndRemainder(BigInteger.valueOf(count));
        long up = cut[1].signum() == 0 ? 0 : 1;
        return (cut[0].longValue() + up) ^ Long.MIN_VALUE;
    }

    /** Returns the last token of a slice. */
    long last(int slice) {
        return slice == count - 1 ? Long.MAX_VALUE : first(slice + 1) - 1;
    }
}
