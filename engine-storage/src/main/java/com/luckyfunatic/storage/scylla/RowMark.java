package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.luckyfunatic.storage.audit.Encoding;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of the hash of a row, over every column as the database has it: the same for the
 * statement that stores a row as for what is read of it.
 */
final class RowMark {
    private RowMark() {}

    /** Returns the mark of what {@code insert} stores in {@code table}. */
    static long of(AuditTable table, BoundStatement insert) {
        return of(table, i -> insert.isSet(i) ? insert.getBytesUnsafe(i) : null);
    }

    /** Returns the mark of {@code row}, which has all columns of {@code table} in their order. */
    static long of(AuditTable table, Row row) {
        return of(table, row::getBytesUnsafe);
    }

    private static long of(AuditTable table, IntFunction<@Nullable ByteBuffer> column) {
        Encoding content = new Encoding().text(table.cql());
        int columns = table.columns().size();
        for (int i = 0; i < columns; i++) {
            content.bytes(bytes(column.apply(i)));
        }
        return content.mark();
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer value) {
        if (value == null) {
            return null;
        }
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }
}
