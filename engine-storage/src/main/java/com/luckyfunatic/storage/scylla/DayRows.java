package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of one partition that are to be stored, in as few requests as their size allows: to the
 * database, a batch within one partition is one write. Not thread-safe.
 */
final class DayRows {
    private static final int ROWS_MAX = 50;
    private static final int LENGTH_MAX = 1 << 16;

    private final List<Statement<?>> full = new ArrayList<>();
    private List<BatchableStatement<?>> next = new ArrayList<>();
    private int nextLength;
    private long firstSequence = Long.MAX_VALUE;

    /**
     * Adds a row.
     *
     * @param insert the statement that stores it
     * @param length about how long it is
     */
    void add(long sequence, BatchableStatement<?> insert, int length) {
        firstSequence = Math.min(firstSequence, sequence);
        if (next.size() == ROWS_MAX || (!next.isEmpty() && nextLength + length > LENGTH_MAX)) {
            full.add(request(next));
            next = new ArrayList<>();
            nextLength = 0;
        }
        next.add(insert);
        nextLength += length;
    }

    /** The lowest sequence of a row. */
    long firstSequence() {
        return firstSequence;
    }

    /** Returns what to send, all of it idempotent. */
    List<Statement<?>> requests() {
        List<Statement<?>> requests = new ArrayList<>(full);
        if (!next.isEmpty()) {
            requests.add(request(next));
        }
        return requests;
    }

    private static Statement<?> request(List<BatchableStatement<?>> inserts) {
        return inserts.size() == 1
                ? inserts.getFirst()
                : BatchStatement.newInstance(BatchType.UNLOGGED, inserts).setIdempotent(true);
    }
}
