package com.luckyfunatic.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A table for people: columns as wide as what is in them, as far as the terminal has room. Then
 * texts go on below, in their column; ids, times and amounts are never cut. Where not even those
 * have room, each row is a block of its own. Not thread-safe.
 */
public final class TextTable {
    private static final int GAP = 2;

    /** No column of texts is made narrower than this. */
    private static final int TEXT_MIN = 10;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private enum Kind {
        EXACT,
        AMOUNT,
        TEXT
    }

    /** A heading, and what is below it. */
    public record Column(String heading, Kind kind) {
        /** Of ids, times and words, which are never cut. */
        public static Column exact(String heading) {
            return new Column(heading, Kind.EXACT);
        }

        /** Of numbers, which stand at the right. */
        public static Column amount(String heading) {
            return new Column(heading, Kind.AMOUNT);
        }

        /** Of texts, which may go on below. */
        public static Column text(String heading) {
            return new Column(heading, Kind.TEXT);
        }
    }

    /** Begins a table. */
    public TextTable(Column... columns) {
        this(List.of(columns));
    }

    /** Begins a table. */
    public TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row, whose texts are those of the columns. */
    public void row(String... texts) {
        row(List.of(texts));
    }

    /**
     * Adds a row, whose texts are those of the columns.
     *
     * @throws IllegalArgumentException when there are more or fewer
     */
    public void row(List<String> texts) {
        if (texts.size() != columns.size()) {
            throw new IllegalArgumentException(
                    texts.size() + " texts for " + columns.size() + " columns");
        }
        rows.add(texts.stream().map(Printable::line).toList());
    }

    /** Returns it for a terminal with so many columns; empty for no terminal. */
    public String fit(OptionalInt screen) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] =
                    rows.stream()
                            .mapToInt(row -> TextWidth.of(row.get(column)))
                            .reduce(TextWidth.of(columns.get(i).heading()), Math::max);
        }
        int excess = total(widths) - screen.orElse(Integer.MAX_VALUE);
        for (int i = 0; i < excess; i++) {
            int widest = widestText(widths);
            if (widest < 0) {
                return blocks(screen);
            }
            widths[widest]--;
        }
        return table(widths);
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).sum() + GAP * (widths.length - 1);
    }

    /** Returns the widest column that can be narrower; -1 for none. */
    private int widestText(int[] widths) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            boolean isCandidate = columns.get(i).kind() == Kind.TEXT && widths[i] > TEXT_MIN;
            if (isCandidate && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private String table(int[] widths) {
        List<String> lines = new ArrayList<>();
        addTo(lines, columns.stream().map(Column::heading).toList(), widths);
        rows.forEach(row -> addTo(lines, row, widths));
        return String.join(System.lineSeparator(), lines);
    }

    private void addTo(List<String> lines, List<String> row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            cells.add(
                    columns.get(i).kind() == Kind.TEXT
                            ? TextWidth.broken(row.get(i), Math.max(2, widths[i]))
                            : List.of(row.get(i)));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            StringBuilder line = new StringBuilder();
            for (int j = 0; j < widths.length; j++) {
                String text = i < cells.get(j).size() ? cells.get(j).get(i) : "";
                String blanks = " ".repeat(widths[j] - TextWidth.of(text));
                line.append(columns.get(j).kind() == Kind.AMOUNT ? blanks + text : text + blanks)
                        .repeat(' ', GAP);
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    private String blocks(OptionalInt screen) {
        String line = System.lineSeparator();
        return String.join(line + line, rows.stream().map(row -> block(row).fit(screen)).toList());
    }

    private TextBlock block(List<String> row) {
        TextBlock block = new TextBlock();
        for (int i = 0; i < row.size(); i++) {
            block.line(columns.get(i).heading(), row.get(i));
        }
        return block;
    }

    /** Returns it for no terminal, where nothing is cut. */
    @Override
    public String toString() {
        return fit(OptionalInt.empty());
    }
}
