package com.luckyfunatic.engine.operator;

import java.util.regex.Pattern;

/**
 * The name under which an operator signs in and is recorded. It is one person's for ever.
 *
 * @param value 1 to {@value #LENGTH_MAX} characters: lower-case letters, digits, {@code -} and
 *     {@code _}; the first one a letter
 */
public record OperatorName(String value) implements Comparable<OperatorName> {
    /** The longest name, in characters. */
    public static final int LENGTH_MAX = 32;

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when it is no name
     */
    public OperatorName {
        if (!isName(value)) {
            throw new IllegalArgumentException(
                    "an operator's name has 1 to "
                            + LENGTH_MAX
                            + " of a-z, 0-9, - and _, and begins with a letter");
        }
    }

    /** Returns whether {@code text} is a name. */
    public static boolean isName(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(OperatorName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
