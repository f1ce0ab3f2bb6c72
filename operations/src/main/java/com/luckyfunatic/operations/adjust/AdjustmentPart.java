package com.luckyfunatic.operations.adjust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows of a file that go to a server in one request. Immutable.
 *
 * @param text the rows as a file of their own, with its header
 * @param rows as they are in the whole file
 */
public record AdjustmentPart(String text, List<Adjustment> rows) {
    /** The most rows of a part. */
    public static final int ROWS_MAX = 200;

    /**
     * The most bytes that the text of a part takes in a request. With the longest manifest and
     * reason it is less than the 64 KiB that a server takes.
     */
    static final int BYTES_MAX = 25_000;

    /** The row of a part's first adjustment. */
    private static final int FIRST_ROW = 2;

    /** Copies the list. */
    public AdjustmentPart {
        rows = List.copyOf(rows);
    }

    /** Cuts {@code rows} into parts, as few as there can be, each given to {@code taker}. */
    public static void cut(List<Adjustment> rows, Consumer<AdjustmentPart> taker) {
        String header = AdjustmentCsv.header();
        StringBuilder text = new StringBuilder(header);
        int bytes = bytes(header);
        int from = 0;
        for (int i = 0; i < rows.size(); i++) {
            String line = AdjustmentCsv.line(rows.get(i));
            int more = bytes(line);
            if (i - from == ROWS_MAX || (i > from && bytes + more > BYTES_MAX)) {
                taker.accept(new AdjustmentPart(text.toString(), rows.subList(from, i)));
                text = new StringBuilder(header);
                bytes = bytes(header);
                from = i;
            }
            text.append(line);
            bytes += more;
        }
        if (from < rows.size()) {
            taker.accept(new AdjustmentPart(text.toString(), rows.subList(from, rows.size())));
        }
    }

    /** Cuts {@code rows} into parts, as few as there can be. */
    public static List<AdjustmentPart> cut(List<Adjustment> rows) {
        List<AdjustmentPart> parts = new ArrayList<>();
        cut(rows, parts::add);
        return List.copyOf(parts);
    }

    /** As many as the text has in a JSON string in UTF-8. */
    private static int bytes(String text) {
        int escapes = (int) text.chars().filter(each -> "\"\\\n".indexOf(each) >= 0).count();
        return text.getBytes(StandardCharsets.UTF_8).length + escapes;
    }

    /** Returns a problem of the text as one of the whole file. */
    public RowProblem inFile(RowProblem problem) {
        int index = problem.row() - FIRST_ROW;
        return index < 0 || index >= rows.size()
                ? problem
                : new RowProblem(rows.get(index).row(), problem.column(), problem.reason());
    }
}
