package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.audit.AuditRow;
import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.storage.audit.Encoding;
import com.luckyfunatic.storage.audit.Settling;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table whose rows come in about the order of their numbers: somebody who took one may commit
 * after somebody who took a later one. Thread-safe.
 */
abstract class MySqlAuditLog implements AuditLog {
    private final Transactions transactions;
    private final Settling settling = new Settling(0);
    private final int readAtOnce;
    private final String read;
    private final String count;
    private final String last;

    /**
     * @param columns besides position and time
     * @param readAtOnce how many rows a transaction reads
     */
    private MySqlAuditLog(
            Transactions transactions,
            String table,
            String position,
            String time,
            String columns,
            int readAtOnce) {
        this.transactions = transactions;
        this.readAtOnce = readAtOnce;
        String from = " FROM " + table + " WHERE " + position + " > ?";
        read =
                "SELECT "
                        + position
                        + ", "
                        + time
                        + ", "
                        + columns
                        + from
                        + " AND "
                        + position
                        + " <= ? ORDER BY "
                        + position
                        + " LIMIT ?";
        count = "SELECT count(*)" + from;
        last = "SELECT coalesce(max(" + position + "), 0)" + from;
    }

    /** Adds every column that {@code row} has from the third on. */
    abstract void encode(ResultSet row, Encoding content) throws SQLException;

    @Override
    public final long settled(long nowMillis) {
        return settling.at(nowMillis, single(last, 0));
    }

    @Override
    public final void read(long after, long to, int limit, Consumer<AuditRow> consumer) {
        long from = after;
        int left = limit;
        List<AuditRow> rows;
        int asked;
        do {
            asked = Math.min(left, readAtOnce);
            rows = page(from, to, asked);
            for (AuditRow row : rows) {
                consumer.accept(row);
                from = row.position();
            }
            left -= rows.size();
        } while (left > 0 && rows.size() == asked);
    }

    private List<AuditRow> page(long after, long to, int limit) {
        return transactions.run(connection -> {
            List<AuditRow> rows = new ArrayList<>(limit);
            try (PreparedStatement select = connection.prepareStatement(read)) {
                select.setLong(1, after);
                select.setLong(2, to);
                select.setInt(3, limit);
                Encoding content = new Encoding();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        long position = row.getLong(1);
                        long atMillis = row.getLong(2);
                        content.number(position).number(atMillis);
                        encode(row, content);
                        rows.add(new AuditRow(position, atMillis, content.finish()));
                    }
                }
            }
            return rows;
        });
    }

    @Override
    public final long countAfter(long after) {
        return single(count, after);
    }

    private long single(String sql, long parameter) {
        return transactions.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, parameter);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /**
     * The archive, a batch of changes per row: what players are loaded from, and what the audit is
     * fed from. Whether the audit has a batch is no part of what is sealed. Batches are deleted
     * when they are old.
     */
    static final class Archive extends MySqlAuditLog {
        private static final int BATCHES_AT_ONCE = 50;

        Archive(Transactions transactions) {
            super(
                    transactions,
                    "change_archive",
                    "id",
                    "latest_millis",
                    "partition_number, generation, first_entry, last_entry, greatest_id,"
                            + " entry_count, document",
                    BATCHES_AT_ONCE);
        }

        @Override
        public String name() {
            return "archive";
        }

        @Override
        void encode(ResultSet row, Encoding content) throws SQLException {
            content.number(row.getLong(3))
                    .number(row.getLong(4))
                    .bytes(row.getBytes(5))
                    .bytes(row.getBytes(6))
                    .number(row.getLong(7))
                    .number(row.getLong(8))
                    .bytes(row.getBytes(9));
        }

        /** Each batch is as old as the latest of its changes. */
        @Override
        public boolean mayLack(AuditSeal seal, long before, long nowMillis) {
            return seal.earliestMillis() < nowMillis - ChangeArchive.KEPT.toMillis();
        }
    }

    /** What operators asked for, in the order of ids. */
    static final class Actions extends MySqlAuditLog {
        private static final int ROWS_AT_ONCE = 1_000;

        Actions(Transactions transactions) {
            super(
                    transactions,
                    "operator_action",
                    "action_id",
                    "at_millis",
                    "operator, action, player_id, reference, outcome, detail",
                    ROWS_AT_ONCE);
        }

        @Override
        public String name() {
            return "operator-actions";
        }

        @Override
        void encode(ResultSet row, Encoding content) throws SQLException {
            long player = row.getLong(5);
            content.text(row.getString(3))
                    .text(row.getString(4))
                    .maybe(row.wasNull() ? null : player)
                    .text(row.getString(6))
                    .number(row.getLong(7))
                    .text(row.getString(8));
        }

        @Override
        public boolean mayLack(AuditSeal seal, long before, long nowMillis) {
            return false;
        }
    }
}
