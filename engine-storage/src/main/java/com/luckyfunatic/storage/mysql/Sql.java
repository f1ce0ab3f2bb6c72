package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.OperationId;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** Pieces of SQL text, and the stored form of operation ids. */
final class Sql {
    private Sql() {}

    /** Returns {@code item} {@code times} times, with commas between. */
    static String list(String item, int times) {
        return String.join(", ", Collections.nCopies(times, item));
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
