package com.luckyfunatic.engine.player;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A language as an IETF language tag (BCP 47) in lower case, such as {@code pt} or {@code pt-br}:
 * the form in which content names languages.
 *
 * @param value at most {@value #LENGTH_MAX} characters
 */
public record LanguageTag(String value) {
    /** The longest tag, in characters. */
    public static final int LENGTH_MAX = 64;

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");

    /** Checks the shape. */
    public LanguageTag {
        if (!isTag(value)) {
            throw new IllegalArgumentException(
                    "a language tag is in lower case, such as pt or pt-br");
        }
    }

    /** Returns whether {@code text} is the text of a tag. */
    public static boolean isTag(String text) {
        return text.length() <= LENGTH_MAX && TAG.matcher(text).matches();
    }

    /**
     * Returns the tag that {@code text} spells; case does not matter.
     *
     * @throws IllegalArgumentException when it spells none
     */
    public static LanguageTag parse(String text) {
        return new LanguageTag(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
