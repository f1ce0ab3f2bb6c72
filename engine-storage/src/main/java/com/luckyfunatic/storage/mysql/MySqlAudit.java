package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.storage.audit.MarksBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What is recorded in the database, and the table {@code audit_seal}. Every transaction may be done
 * twice: a seal that finds itself was added. Thread-safe.
 */
final class MySqlAudit implements AuditStore {
    /** Twice the same head is the same seal: it depends on everything else. */
    private static final String INSERT =
            """
            INSERT INTO audit_seal (log, number, epoch_day, from_position, to_position,
                earliest_millis, rows_hash, marks, keyed, head, sealed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE log = audit_seal.log
            """;

    private final Transactions transactions;
    private final AuditSealRepository seals;
    private final List<AuditLog> logs;

    MySqlAudit(Transactions transactions, AuditSealRepository seals) {
        this.transactions = transactions;
        this.seals = seals;
        logs =
                List.of(
                        new MySqlAuditLog.Archive(transactions),
                        new MySqlAuditLog.Actions(transactions));
    }

    @Override
    public List<AuditLog> logs() {
        return logs;
    }

    @Override
    public boolean append(AuditSeal seal) {
        return transactions.run(connection -> {
            long before = seal.number() - 1;
            if (before > 0 && seals.find(seal.log(), before).isEmpty()) {
                return false;
            }
            insert(connection, seal);
            return seals.find(seal.log(), seal.number())
                    .filter(row -> row.head().equals(seal.head()))
                    .isPresent();
        });
    }

    private static void insert(Connection connection, AuditSeal seal) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, seal.log());
            insert.setLong(2, seal.number());
            insert.setLong(3, seal.epochDay());
            insert.setLong(4, seal.fromPosition());
            insert.setLong(5, seal.toPosition());
            insert.setLong(6, seal.earliestMillis());
            insert.setString(7, seal.rowsHash());
            insert.setBytes(8, MarksBytes.of(seal.marks()));
            insert.setBoolean(9, seal.isKeyed());
            insert.setString(10, seal.head());
            insert.setLong(11, seal.sealedAtMillis());
            insert.executeUpdate();
        }
    }

    @Override
    public Optional<AuditSeal> last(String log) {
        return transactions.run(_ -> seals.last(log).map(AuditSealRow::toSeal));
    }

    @Override
    public List<AuditSeal> seals(String log, long after, int limit) {
        Page.requireLimit(limit);
        return transactions.run(
                _ -> seals.after(log, after, limit).stream().map(AuditSealRow::toSeal).toList());
    }
}
