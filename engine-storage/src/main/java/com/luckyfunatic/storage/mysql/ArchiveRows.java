package com.luckyfunatic.storage.mysql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Statements on many rows of {@code change_archive}, within a transaction of the caller. */
final class ArchiveRows {
    private static final String INSERT =
            "INSERT INTO change_archive (partition_number, generation, first_entry, last_entry,"
                    + " latest_millis, greatest_id, entry_count, document) VALUES ";
    private static final String UNLESS_ARCHIVED =
            " ON DUPLICATE KEY UPDATE partition_number = change_archive.partition_number";

    /** Documents of one statement: far below what the database takes at once, far above a few. */
    private static final int LENGTH_MAX = 1 << 20;

    /** So many batches of a partition are listed at once. */
    static final int LISTED_AT_ONCE = 4;

    /** By partition: an {@code OR} of them would read an index that does not know the order. */
    private static final String UNCONFIRMED =
            "(SELECT partition_number, id, entry_count FROM change_archive"
                    + " WHERE partition_number = ? AND audited = FALSE AND id > ?"
                    + " ORDER BY id LIMIT "
                    + LISTED_AT_ONCE
                    + ")";

    private static final String READ =
            "SELECT id, entry_count, document FROM change_archive WHERE id IN (";

    private ArchiveRows() {}

    /** A batch, without what it holds. */
    record Head(int partition, long id, int entries) {}

    /**
     * Returns the first batches of each partition, behind its position, that the audit is not known
     * to have for good; all of them by id.
     */
    static List<Head> unconfirmed(Connection connection, Map<Integer, Long> positions)
            throws SQLException {
        SortedMap<Long, Head> heads = new TreeMap<>();
        for (List<Map.Entry<Integer, Long>> some : Sql.padded(positions.entrySet())) {
            String sql = String.join(" UNION ALL ", Collections.nCopies(some.size(), UNCONFIRMED));
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                int index = 1;
                for (Map.Entry<Integer, Long> each : some) {
                    select.setInt(index++, each.getKey());
                    select.setLong(index++, each.getValue());
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        Head head = new Head(rows.getInt(1), rows.getLong(2), rows.getInt(3));
                        heads.put(head.id(), head);
                    }
                }
            }
        }
        return List.copyOf(heads.values());
    }

    /** Returns the batches with these ids. */
    static Map<Long, ArchiveRow> read(Connection connection, List<Long> ids) throws SQLException {
        Map<Long, ArchiveRow> found = new HashMap<>();
        for (List<Long> some : Sql.padded(ids)) {
            String sql = READ + Sql.list("?", some.size()) + ")";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < some.size(); i++) {
                    select.setLong(i + 1, some.get(i));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        long id = rows.getLong(1);
                        found.put(id, new ArchiveRow(id, rows.getInt(2), rows.getBytes(3)));
                    }
                }
            }
        }
        return found;
    }

    /** Inserts those of {@code batches} that are not archived yet. */
    static void insertMissing(Connection connection, List<PackedBatch> batches)
            throws SQLException {
        List<PackedBatch> next = new ArrayList<>();
        int length = 0;
        for (PackedBatch each : batches) {
            if (length > 0 && length + each.document().length > LENGTH_MAX) {
                insertAll(connection, next);
                next.clear();
                length = 0;
            }
            next.add(each);
            length += each.document().length;
        }
        insertAll(connection, next);
    }

    private static void insertAll(Connection connection, List<PackedBatch> batches)
            throws SQLException {
        for (List<PackedBatch> some : Sql.runs(batches)) {
            insert(connection, some);
        }
    }

    private static void insert(Connection connection, List<PackedBatch> batches)
            throws SQLException {
        String sql = INSERT + Sql.list("(?, ?, ?, ?, ?, ?, ?, ?)", batches.size());
        try (PreparedStatement insert = connection.prepareStatement(sql + UNLESS_ARCHIVED)) {
            int index = 1;
            for (PackedBatch each : batches) {
                ArchiveBatch batch = each.batch();
                insert.setInt(index++, batch.partition());
                insert.setLong(index++, batch.generation());
                insert.setBytes(index++, ascii(batch.firstEntry()));
                insert.setBytes(index++, ascii(batch.lastEntry()));
                insert.setLong(index++, batch.latestMillis());
                insert.setLong(index++, batch.greatestId());
                insert.setInt(index++, batch.entries().size());
                insert.setBytes(index++, each.document());
            }
            insert.executeUpdate();
        }
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
