package com.luckyfunatic.server.text;

import java.util.Collection;
import java.util.Comparator;

/**
 * Finds the known name that a mistyped one probably meant: a flag, an environment variable or a key
 * of a file. The parser of flags has suggestions of its own, but knows flags only, and secrets have
 * none.
 */
public final class Suggestions {
    private static final int DISTANCE_MAX = 4;

    private Suggestions() {}

    /**
     * The end of a sentence, {@code "; did you mean X?"}, or the empty text when nothing is near.
     */
    public static String didYouMean(String mistyped, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(mistyped, name)))
                .filter(name ->
                        distance(mistyped, name) <= Math.min(DISTANCE_MAX, name.length() / 2))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** Levenshtein's edit distance, one row of its table at a time. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
