package com.luckyfunatic.engine.amount;

/**
 * Arithmetic on amounts: whole units from 0 to {@link #MAX}, exact, without floating point.
 *
 * <p>The cap is 2^53 − 1 because Lua numbers, JSON numbers in browsers and sorted-set scores are
 * doubles: below it, all of them are exact. Stateless and thread-safe.
 */
public final class Amounts {
    /** The largest amount: 2^53 − 1. */
    public static final long MAX = (1L << 53) - 1;

    private Amounts() {}

    /**
     * Returns {@code amount} if it is an amount.
     *
     * @throws IllegalArgumentException when it is negative or above {@link #MAX}; the message names
     *     it
     */
    public static long require(String name, long amount) {
        if (amount < 0 || amount > MAX) {
            throw new IllegalArgumentException(name + " must be 0 to " + MAX + ", was " + amount);
        }
        return amount;
    }

    /** Returns how much of {@code credit} fits on top of {@code balance} below the cap. */
    public static long creditable(long balance, long credit) {
        return Math.min(credit, MAX - balance);
    }

    /**
     * Returns {@code balance + delta}.
     *
     * @throws ArithmeticException when the result is not an amount: a rule has let through what it
     *     should have cut or refused
     */
    public static long apply(long balance, long delta) {
        long after = Math.addExact(balance, delta);
        if (after < 0 || after > MAX) {
            throw new ArithmeticException("balance " + balance + " cannot take " + delta);
        }
        return after;
    }
}
