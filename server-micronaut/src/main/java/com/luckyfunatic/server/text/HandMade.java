package com.luckyfunatic.server.text;

import java.util.List;
import java.util.Locale;

/**
 * Tells a secret that a person typed or copied from an example from one that was drawn at random.
 */
public final class HandMade {
    /** A random text hardly ever counts up, down or on the spot for as long. */
    private static final int SEQUENCE_MIN = 8;

    private static final List<String> WORDS =
            List.of("change", "secret", "example", "default", "password", "insecure");

    private HandMade() {}

    /**
     * Whether a person seems to have made it.
     *
     * @param differentMin how many different characters a random one has at least
     */
    public static boolean looksHandMade(String secret, int differentMin) {
        String text = secret.toLowerCase(Locale.ROOT);
        int half = text.length() / 2;
        return text.regionMatches(0, text, half, half)
                || text.chars().distinct().count() < differentMin
                || WORDS.stream().anyMatch(text::contains)
                || longestSequence(secret) >= SEQUENCE_MIN;
    }

    /** The longest part in which every character follows the one before it at the same distance. */
    private static int longestSequence(String text) {
        int longest = 0;
        int length = 1;
        for (int i = 1; i < text.length(); i++) {
            boolean goesOn =
                    i > 1
                            && text.charAt(i) - text.charAt(i - 1)
                                    == text.charAt(i - 1) - text.charAt(i - 2);
            length = goesOn ? length + 1 : 2;
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** The longest part that a keyboard could have typed. */
    public static int longestPrintable(String text) {
        int longest = 0;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            length = Ascii.isPrintable(text.substring(i, i + 1)) ? length + 1 : 0;
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
