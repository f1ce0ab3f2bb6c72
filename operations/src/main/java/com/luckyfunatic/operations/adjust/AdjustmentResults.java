package com.luckyfunatic.operations.adjust;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file with one result for each row: written as rows are carried out, and read when a run that
 * was broken off is gone on with. A line that was not written to its end counts for nothing.
 * Thread-safe.
 */
public final class AdjustmentResults implements AutoCloseable {
    private static final String HEADER = "row,operation_id,player_id,result,detail,input";
    private static final int CELLS = 6;

    private final Path file;
    private final String input;
    private boolean isBroken;
    private final Map<String, Result> known = new HashMap<>();
    private final BufferedWriter writer;

    /** What became of a row. */
    public enum Result {
        /** It was carried out, now or before. */
        APPLIED,
        /** The rules refused it; nothing has changed. */
        REFUSED,
        /** Something else was done under its operation id; nothing has changed. */
        CONFLICT;

        /** Returns how it is written. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the one that is written so; null for none. */
        public static @Nullable Result of(String word) {
            for (Result each : values()) {
                if (each.word().equals(word)) {
                    return each;
                }
            }
            return null;
        }
    }

    private AdjustmentResults(Path file, String input) throws IOException {
        this.file = file;
        this.input = input;
        boolean isBegun = readKnown();
        writer =
                Files.newBufferedWriter(
                        file,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
        if (!isBegun) {
            line(HEADER);
        }
    }

    /**
     * Begins a file, or goes on with one.
     *
     * @param input the mark of the rows that are carried out: results of others are not taken for
     *     theirs
     * @throws UncheckedIOException when it cannot be written, or is something else
     */
    public static AdjustmentResults open(Path file, String input) {
        try {
            return new AdjustmentResults(file, input);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /**
     * Returns whether a run has begun the file: rows of it may have been carried out.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static boolean isBegun(Path file) {
        try {
            return Files.exists(file) && Files.size(file) > HEADER.length() + 1;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private boolean readKnown() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        byte[] all = Files.readAllBytes(file);
        int end = all.length;
        while (end > 0 && all[end - 1] != '\n') {
            end--;
        }
        String[] lines = new String(all, 0, end, StandardCharsets.UTF_8).split("\n", -1);
        boolean isOurs =
                end == 0
                        ? HEADER.startsWith(new String(all, StandardCharsets.UTF_8))
                        : lines[0].equals(HEADER);
        if (!isOurs) {
            throw new IOException("is no file of results");
        }
        for (int i = 1; i < lines.length - 1; i++) {
            String[] cells = lines[i].split(",", -1);
            Result result = cells.length == CELLS ? Result.of(cells[3]) : null;
            if (result == null) {
                throw new IOException("line " + (i + 1) + " is no result");
            }
            if (!cells[CELLS - 1].equals(input)) {
                throw new IOException("has results of other rows than these");
            }
            known.put(cells[1], result);
        }
        // Only now, since somebody else's file must stay as it is.
        if (end < all.length) {
            try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
                torn.setLength(end);
            }
        }
        return end > 0;
    }

    /** Returns what became of a row in an earlier run; null when that is not known. */
    public synchronized @Nullable Result known(Adjustment adjustment) {
        return known.get(adjustment.name());
    }

    /** Writes what became of a row; when this returns, the death of this process loses it not. */
    public synchronized void add(Adjustment adjustment, Result result, String detail) {
        if (isBroken) {
            // A line may be half written, and another behind it would be none.
            throw new UncheckedIOException(
                    file.toString(), new IOException("results can no longer be written"));
        }
        try {
            line(
                    adjustment.row()
                            + ","
                            + adjustment.name()
                            + ","
                            + adjustment.player()
                            + ","
                            + result.word()
                            + ","
                            + detail.replaceAll("[^A-Za-z0-9 _.:-]", " ")
                            + ","
                            + input);
        } catch (IOException e) {
            isBroken = true;
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private void line(String text) throws IOException {
        writer.write(text);
        writer.write('\n');
        writer.flush();
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
