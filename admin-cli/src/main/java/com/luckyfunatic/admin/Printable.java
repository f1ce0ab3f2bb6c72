package com.luckyfunatic.admin;

import java.util.regex.Pattern;

/**
 * Text of others, without what a terminal would obey: a name that a player has given themselves
 * must neither move the cursor nor turn the line around.
 */
public final class Printable {
    private static final String OBEYED = "\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}";
    private static final Pattern IN_A_LINE = Pattern.compile("[" + OBEYED + "]");

    /** A line's beginning, too, is where others could write over it. */
    private static final Pattern IN_LINES =
            Pattern.compile("[" + OBEYED + "&&[^\\r\\n]]|\\r(?!\\n)");

    private static final Pattern IN_JSON = Pattern.compile("[\\p{Cc}&&[^\\r\\n]]");
    private static final String SHOWN = "?";

    private Printable() {}

    /** Returns {@code text} in one line. */
    public static String line(String text) {
        return IN_A_LINE.matcher(text).replaceAll(SHOWN);
    }

    /** Returns {@code text} in as many lines as it has. */
    public static String lines(String text) {
        return IN_LINES.matcher(text).replaceAll(SHOWN);
    }

    /** Returns JSON, which has escapes for the most of it. */
    public static String json(String text) {
        return IN_JSON.matcher(text).replaceAll(SHOWN);
    }
}
