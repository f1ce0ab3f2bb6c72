package com.luckyfunatic.server.text;

/**
 * Tells whether a whole text consists of ASCII characters of one kind.
 *
 * <p>Plain loops, because these run for every request and {@link Character} also accepts other
 * alphabets' digits.
 */
public final class Ascii {
    private Ascii() {}

    /** Only 0–9, at least one. */
    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!digit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Only 0–9 and a–f, at least one. */
    public static boolean isLowerHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!digit(c) && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Only letters, digits, underscore, hyphen and full stop, at least one. */
    public static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!digit(c) && !letter(c) && c != '_' && c != '-' && c != '.') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Only visible characters and the space, at least one. */
    public static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
