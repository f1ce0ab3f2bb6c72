package com.luckyfunatic.engine;

/** The reason that an operator gives with a command, which the audit keeps. */
public final class CommandReason {
    /** The most characters of one. */
    public static final int LENGTH_MAX = 200;

    private CommandReason() {}

    /**
     * Checks that {@code reason} is one.
     *
     * @throws IllegalArgumentException when it is blank or longer than {@link #LENGTH_MAX}
     */
    public static void require(String reason) {
        if (reason.isBlank() || reason.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "reason must have 1 to " + LENGTH_MAX + " characters");
        }
    }
}
