package com.luckyfunatic.engine.operator;

import java.util.regex.Pattern;

/**
 * Something that takes of what an operator may give and take in a day: a plan, or a file.
 *
 * @param name what it is called, 1 to {@value #NAME_LENGTH_MAX} characters of A–Z, a–z, 0–9, {@code
 *     -}, {@code _} and {@code :}; a plan's has no {@code :}
 * @param operator whose day
 * @param budget what it counts against
 * @param amount how much of that, whichever way, at least 1
 */
public record Spending(String name, OperatorName operator, Budget budget, long amount) {
    /** The most characters of a name. */
    public static final int NAME_LENGTH_MAX = 40;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_:-]{1,40}");

    /** Checks the ranges. */
    public Spending {
        if (!NAME.matcher(name).matches() || amount < 1) {
            throw new IllegalArgumentException("what is spent is out of range");
        }
    }
}
