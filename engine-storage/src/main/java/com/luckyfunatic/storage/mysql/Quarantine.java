package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.storage.mysql.QuarantinedEntry.Sink;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Entries of the journals that cannot be understood, until a person has looked at them.
 * Thread-safe; every method throws {@link
 * com.luckyfunatic.engine.storage.StorageUnavailableException} when the database does not answer in
 * time.
 */
public final class Quarantine {
    /** Not an upsert: drivers count the row that is there already as one. */
    private static final String PUT =
            """
            INSERT IGNORE INTO quarantined_entry
                (partition_number, entry, sink, reason, document, at_millis)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String LIST =
            """
            SELECT id, partition_number, entry, sink, reason, document, at_millis
            FROM quarantined_entry WHERE id < ? ORDER BY id DESC LIMIT ?
            """;

    private final Transactions transactions;

    Quarantine(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * An entry with its number in the list.
     *
     * @param number greater for later ones
     */
    public record Listed(long number, QuarantinedEntry entry) {}

    /**
     * Puts entries aside.
     *
     * @return how many of them were not there before
     */
    public int put(List<QuarantinedEntry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        return transactions.run(connection -> put(connection, entries));
    }

    private static int put(Connection connection, List<QuarantinedEntry> entries)
            throws SQLException {
        int added = 0;
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            for (QuarantinedEntry entry : entries) {
                put.setInt(1, entry.partition());
                put.setBytes(2, entry.name().getBytes(StandardCharsets.US_ASCII));
                put.setString(3, entry.sink().name().toLowerCase(Locale.ROOT));
                put.setString(4, entry.reason());
                put.setString(5, entry.document());
                put.setLong(6, entry.atMillis());
                added += put.executeUpdate();
            }
        }
        return added;
    }

    /**
     * Returns entries, latest first.
     *
     * @param before only those with a smaller number; {@link Long#MAX_VALUE} for all
     */
    public List<Listed> list(long before, int limit) {
        return transactions.run(connection -> list(connection, before, limit));
    }

    private static List<Listed> list(Connection connection, long before, int limit)
            throws SQLException {
        try (PreparedStatement list = connection.prepareStatement(LIST)) {
            list.setLong(1, before);
            list.setInt(2, limit);
            List<Listed> found = new ArrayList<>();
            try (ResultSet row = list.executeQuery()) {
                while (row.next()) {
                    found.add(new Listed(row.getLong(1), entry(row)));
                }
            }
            return found;
        }
    }

    private static QuarantinedEntry entry(ResultSet row) throws SQLException {
        return new QuarantinedEntry(
                row.getInt(2),
                new String(row.getBytes(3), StandardCharsets.US_ASCII),
                Sink.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getString(5),
                row.getString(6),
                row.getLong(7));
    }
}
