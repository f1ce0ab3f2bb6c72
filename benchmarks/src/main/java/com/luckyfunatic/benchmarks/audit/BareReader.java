package com.luckyfunatic.benchmarks.audit;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The yardstick of a check: the driver fetching every column of the rows of {@link Changes}, by as
 * many threads as there are processors, and looking at none of them.
 */
final class BareReader implements AutoCloseable {
    private static final int RANGES = 64;
    private static final List<String> TABLES = List.of("state_change", "item_transaction");

    private final CqlSession session;
    private final List<PreparedStatement> scans;

    BareReader(InetSocketAddress node, String dataCenter, String keyspace) {
        session = BareSession.open(node, dataCenter, keyspace, Duration.ofSeconds(60));
        scans =
                TABLES.stream()
                        .map(table ->
                                session.prepare(
                                        "SELECT * FROM "
                                                + table
                                                + " WHERE token(player_id, day) >= ?"
                                                + " AND token(player_id, day) <= ?"))
                        .toList();
    }

    /** Reads all rows and returns how many there are. */
    long readAll() {
        return IntStream.range(0, RANGES).parallel().mapToLong(this::read).sum();
    }

    private long read(int range) {
        long width = Long.MAX_VALUE / RANGES * 2;
        long first = Long.MIN_VALUE + range * width;
        long last = range == RANGES - 1 ? Long.MAX_VALUE : first + width - 1;
        long rows = 0;
        for (PreparedStatement scan : scans) {
            for (Row _ : session.execute(scan.bind(first, last))) {
                rows++;
            }
        }
        return rows;
    }

    @Override
    public void close() {
        session.close();
    }
}
