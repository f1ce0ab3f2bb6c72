package com.luckyfunatic.engine.id;

/** The shape of content identifiers: 1 to 64 lower-case letters, digits and underscores. */
public final class Identifiers {
    /** The most characters of an identifier. */
    public static final int LENGTH_MAX = 64;

    private Identifiers() {}

    /**
     * Returns {@code text} if it is an identifier.
     *
     * @throws IllegalArgumentException when it is not; the message names the kind and the text
     */
    public static String require(String kind, String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX || !hasOnlyAllowedCharacters(text)) {
            throw new IllegalArgumentException(
                    kind
                            + " must be 1 to "
                            + LENGTH_MAX
                            + " of a-z, 0-9 and _, was '"
                            + text.substring(0, Math.min(text.length(), LENGTH_MAX))
                            + "'");
        }
        return text;
    }

    private static boolean hasOnlyAllowedCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return true;
    }
}
