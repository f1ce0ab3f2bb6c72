package com.luckyfunatic.storage.mysql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The statements that insert into {@code change_archive}, within a transaction of the caller. */
final class ArchiveRows {
    private static final String INSERT =
            "INSERT INTO change_archive (partition_number, generation, first_entry, last_entry,"
                    + " latest_millis, greatest_id, entry_count, document) VALUES ";
    private static final String UNLESS_ARCHIVED =
            " ON DUPLICATE KEY UPDATE partition_number = change_archive.partition_number";

    private ArchiveRows() {}

    /** Inserts those of {@code batches} that are not archived yet. */
    static void insertMissing(Connection connection, List<PackedBatch> batches)
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
