package com.luckyfunatic.engine.platform;

/**
 * The name of an account on the platform; letters are told apart by case.
 *
 * @param value 1 to {@link #LENGTH_MAX} of the characters A–Z, a–z, 0–9, {@code .}, {@code _},
 *     {@code :} and {@code -}
 */
public record PlatformAccountId(String value) {
    /** The most characters of a name. */
    public static final int LENGTH_MAX = 64;

    /** Checks the shape. */
    public PlatformAccountId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a platform account has 1 to "
                            + LENGTH_MAX
                            + " of the characters A-Z, a-z, 0-9, '.', '_', ':' and '-'");
        }
    }

    private static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean digit = c >= '0' && c <= '9';
            if (!letter && !digit && "._:-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
