package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.audit.AuditRow;
import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.audit.Encoding;
import com.luckyfunatic.storage.audit.MarksBytes;
import com.luckyfunatic.storage.audit.Settling;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The logs of the file, and the table {@code audit_seal}. Thread-safe. */
final class EmbeddedAudit implements AuditStore {
    private static final String COLUMNS =
            "log, number, epoch_day, from_position, to_position, earliest_millis, rows_hash, marks,"
                    + " keyed, head, sealed_at";
    private static final String AFTER =
            "SELECT "
                    + COLUMNS
                    + " FROM audit_seal WHERE log = ? AND number > ? ORDER BY number LIMIT ?";
    private static final String LAST =
            "SELECT " + COLUMNS + " FROM audit_seal WHERE log = ? ORDER BY number DESC LIMIT 1";
    private static final String INSERT =
            "INSERT INTO audit_seal ("
                    + COLUMNS
                    + ") SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                    + " WHERE (SELECT coalesce(max(number), 0) FROM audit_seal WHERE log = ?) = ?";

    /** The head depends on everything else: one with the same head is the same seal. */
    private static final String FIND = "SELECT head FROM audit_seal WHERE log = ? AND number = ?";

    private final Database database;
    private final GroupCommit writer;
    private final List<AuditLog> logs;

    EmbeddedAudit(Database database, GroupCommit writer) {
        this.database = database;
        this.writer = writer;
        logs = List.of(new Changes(database), new Actions(database));
    }

    @Override
    public List<AuditLog> logs() {
        return logs;
    }

    /** Forced: what it seals is forced with it, and cannot be lost behind it. */
    @Override
    public boolean append(AuditSeal seal) {
        return WorkWrite.forced(
                writer,
                statements -> {
                    PreparedStatement insert = statements.prepare(INSERT);
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
                    insert.setString(12, seal.log());
                    insert.setLong(13, seal.number() - 1);
                    insert.executeUpdate();
                    PreparedStatement find = statements.prepare(FIND);
                    find.setString(1, seal.log());
                    find.setLong(2, seal.number());
                    try (ResultSet row = find.executeQuery()) {
                        return row.next() && row.getString(1).equals(seal.head());
                    }
                });
    }

    @Override
    public Optional<AuditSeal> last(String log) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(LAST);
            select.setString(1, log);
            return seals(select).stream().findFirst();
        });
    }

    @Override
    public List<AuditSeal> seals(String log, long after, int limit) {
        Page.requireLimit(limit);
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(AFTER);
            select.setString(1, log);
            select.setLong(2, after);
            select.setInt(3, limit);
            return seals(select);
        });
    }

    private static List<AuditSeal> seals(PreparedStatement select) throws SQLException {
        List<AuditSeal> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(seal(row));
            }
        }
        return found;
    }

    private static AuditSeal seal(ResultSet row) throws SQLException {
        try {
            return new AuditSeal(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getString(7),
                    MarksBytes.read(row.getBytes(8)),
                    row.getBoolean(9),
                    row.getString(10),
                    row.getLong(11));
        } catch (IllegalArgumentException e) {
            throw new StorageCorruptException("a seal cannot be understood", e);
        }
    }

    /** A table whose rows only come at the end. */
    private abstract static class Log implements AuditLog {
        private final Database database;
        private final String read;
        private final String count;
        private final String last;

        Log(Database database, String table, String position, String columns) {
            this.database = database;
            String from = " FROM " + table + " WHERE " + position + " > ?";
            read =
                    "SELECT "
                            + position
                            + ", at_millis, "
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
        public void read(long after, long to, int limit, Consumer<AuditRow> consumer) {
            database.read(reader -> {
                PreparedStatement select = reader.prepare(read);
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
                        consumer.accept(new AuditRow(position, atMillis, content.finish()));
                    }
                    return true;
                }
            });
        }

        @Override
        public long countAfter(long after) {
            return single(count, after);
        }

        final long lastPosition() {
            return single(last, 0);
        }

        final long single(String sql, long parameter) {
            return database.read(reader -> {
                PreparedStatement select = reader.prepare(sql);
                select.setLong(1, parameter);
                try (ResultSet row = select.executeQuery()) {
                    return row.getLong(1);
                }
            });
        }
    }

    /** The journal, in the order of commits; what is old is removed from its beginning. */
    private static final class Changes extends Log {
        private static final String FIRST =
                "SELECT coalesce(min(position), 9223372036854775807) FROM state_change"
                        + " WHERE position > ?";
        private static final String REMOVED =
                "SELECT coalesce(max(value), ?) FROM meta WHERE name = 'removed_position'";

        Changes(Database database) {
            super(
                    database,
                    "state_change",
                    "position",
                    "id, player_id, sequence, previous, skip, document");
        }

        @Override
        public String name() {
            return "changes";
        }

        @Override
        void encode(ResultSet row, Encoding content) throws SQLException {
            content.number(row.getLong(3))
                    .number(row.getLong(4))
                    .number(row.getLong(5))
                    .number(row.getLong(6))
                    .number(row.getLong(7))
                    .utf8(row.getBytes(8));
        }

        /** One thread commits, so what can be read is complete. */
        @Override
        public long settled(long nowMillis) {
            return lastPosition();
        }

        @Override
        public boolean mayLack(AuditSeal seal, long before, long nowMillis) {
            // Retention takes from the beginning only: where something earlier is left, it was not
            // it.
            return before - 1 <= single(REMOVED, 0) && single(FIRST, 0) >= before;
        }
    }

    /** What operators asked for, in the order of ids. */
    private static final class Actions extends Log {
        private final Settling settling;

        Actions(Database database) {
            super(
                    database,
                    "operator_action",
                    "action_id",
                    "operator, action, player_id, reference, outcome, detail");
            // The file is this process's alone, so nobody is about to write.
            settling = new Settling(lastPosition());
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
        public long settled(long nowMillis) {
            return settling.at(nowMillis, lastPosition());
        }

        @Override
        public boolean mayLack(AuditSeal seal, long before, long nowMillis) {
            return false;
        }
    }
}
