package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.OperationId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of SQL text, and the stored form of texts and operation ids.
 *
 * <p>Statements on many rows come in few sizes, the powers of two: each size is a text of its own,
 * which the server has to know before it can carry it out without reading it again.
 */
final class Sql {
    /** More rows in one statement spare next to nothing. */
    private static final int ROWS_MAX = 64;

    private Sql() {}

    /** Returns {@code item} {@code times} times, with commas between. */
    static String list(String item, int times) {
        return String.join(", ", Collections.nCopies(times, item));
    }

    /** Cuts {@code rows} into runs of such sizes, in order. */
    static <T> List<List<T>> runs(List<T> rows) {
        List<List<T>> runs = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int to = from + Math.min(ROWS_MAX, Integer.highestOneBit(rows.size() - from));
            runs.add(rows.subList(from, to));
            from = to;
        }
        return runs;
    }

    /**
     * Cuts {@code keys} into lists of such sizes, in order; the last key may come several times.
     */
    static <T> List<List<T>> padded(Collection<T> keys) {
        List<T> all = new ArrayList<>(keys);
        while (all.size() > ROWS_MAX
                ? all.size() % ROWS_MAX != 0
                : Integer.bitCount(all.size()) > 1) {
            all.add(all.getLast());
        }
        return runs(all);
    }

    /**
     * Returns how a text is sent: as the bytes that are stored. As a text, MariaDB would count its
     * characters, which takes it longer than to store them.
     */
    static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns how an operation id is stored: as bytes, because texts compare too leniently. */
    static byte[] bytes(OperationId id) {
        return id.value().getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the operation id that is stored as {@code bytes}. */
    static OperationId operationId(byte[] bytes) {
        return new OperationId(new String(bytes, StandardCharsets.US_ASCII));
    }
}
