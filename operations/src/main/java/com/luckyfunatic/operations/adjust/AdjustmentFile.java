package com.luckyfunatic.operations.adjust;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;

/**
 * A file of adjustments: CSV in UTF-8 with the columns {@code operation_id, player_id,
 * currency_or_item, amount, reason_code, reason}. Immutable and thread-safe; a row takes up to some
 * 900 bytes of memory.
 *
 * @param hash SHA-256 of what is in the file: 64 hexadecimal digits
 * @param rows those that were understood, in their order
 * @param problems what is wrong, at most 100 and how many more; nothing must be applied if there is
 *     any
 */
public record AdjustmentFile(String hash, List<Adjustment> rows, List<RowProblem> problems) {
    /**
     * The most rows of a file. All of them are in memory, and commands have a small heap: a test
     * reads the longest rows with it.
     */
    public static final int ROWS_MAX = 100_000;

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int MARK_LENGTH = 12;

    /** Copies the lists. */
    public AdjustmentFile {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file and looks at every row.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static AdjustmentFile read(Path file) {
        return read(file, ROWS_MAX);
    }

    static AdjustmentFile read(Path file, int rowsMax) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(bytes, rowsMax);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /**
     * Understands the text of a part as a file of its own.
     *
     * @return the rows that were understood; those beyond the most of a part are a problem
     */
    public static AdjustmentFile ofPart(String text) {
        try {
            return read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    AdjustmentPart.ROWS_MAX);
        } catch (IOException e) {
            throw new IllegalStateException("memory can be read", e);
        }
    }

    /** Reads once: what is marked is what was read, whatever becomes of the file meanwhile. */
    private static AdjustmentFile read(InputStream source, int rowsMax) throws IOException {
        RowProblems problems = new RowProblems();
        AdjustmentRows rows = new AdjustmentRows(problems);
        MessageDigest digest = Sha256.digest();
        InputStream bytes = new DigestInputStream(source, digest);
        parse(bytes, rows, problems, rowsMax);
        bytes.transferTo(OutputStream.nullOutputStream());
        return new AdjustmentFile(Sha256.hex(digest), rows.rows(), problems.list());
    }

    private static void parse(
            InputStream bytes, AdjustmentRows rows, RowProblems problems, int rowsMax)
            throws IOException {
        BufferedReader text =
                new BufferedReader(
                        new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
        try {
            skipMark(text);
            readAll(text, rows, problems, rowsMax);
        } catch (JsonProcessingException e) {
            problems.add(0, "", "is no CSV: " + e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            problems.add(0, "", "is not UTF-8");
        }
    }

    /** Spreadsheets put one before everything. */
    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    private static void readAll(
            BufferedReader text, AdjustmentRows rows, RowProblems problems, int rowsMax)
            throws IOException {
        try (MappingIterator<String[]> cells = AdjustmentCsv.READER.readValues(text)) {
            int row = 0;
            while (cells.hasNextValue()) {
                row++;
                if (row - 1 > rowsMax) {
                    problems.add(
                            0, "", "has more than " + rowsMax + " rows: cut it into several files");
                    return;
                }
                if (row == 1) {
                    rows.header(cells.nextValue());
                } else {
                    rows.add(row, cells.nextValue());
                }
            }
            if (row < 2) {
                problems.add(0, "", "has no row");
            }
        }
    }

    /** Returns as much of the hash as tells files apart that nobody has made alike on purpose. */
    public String mark() {
        return hash.substring(0, MARK_LENGTH);
    }
}
