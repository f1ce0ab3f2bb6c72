package com.luckyfunatic.server.telegram;

import com.luckyfunatic.server.text.Ascii;

/** Reads the number of a bot. */
public final class BotId {
    private static final int DIGITS_MAX = 16;

    private BotId() {}

    /**
     * Reads a bot's number.
     *
     * @throws IllegalArgumentException when the text is not one to {@value #DIGITS_MAX} digits; the
     *     message does not repeat it, since it may be part of a secret
     */
    public static long parse(String text) {
        if (text.length() > DIGITS_MAX || !Ascii.isDigits(text)) {
            throw new IllegalArgumentException("a bot id is a whole number of at most 16 digits");
        }
        return Long.parseLong(text);
    }
}
