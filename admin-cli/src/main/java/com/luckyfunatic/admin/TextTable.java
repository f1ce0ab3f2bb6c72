package com.luckyfunatic.admin;

import java.util.ArrayList;
import java.util.List;

/** A table for people: columns as wide as what is in them. Not thread-safe. */
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    /** Begins a table with a line of headings. */
    public TextTable(String... headings) {
        row(headings);
    }

    /** Adds a row, whose texts are those of the headings' columns. */
    public void row(String... texts) {
        List<String> row = new ArrayList<>();
        for (String text : texts) {
            row.add(printable(text));
        }
        rows.add(row);
    }

    /** A terminal obeys control characters. */
    public static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 2);
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join(System.lineSeparator(), lines);
    }
}
