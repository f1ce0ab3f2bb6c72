package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.FollowUpFailures;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.storage.codec.GameCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements on the table {@code follow_up}, within a transaction of the caller. */
final class FollowUpRows {
    private static final String INSERT =
            "INSERT INTO follow_up (player_id, operation_id, command, due_at, queued_at,"
                    + " failed_attempts, failed_at, failure) VALUES ";

    /** Also one that was dropped is there. */
    private static final String UNLESS_QUEUED =
            " ON DUPLICATE KEY UPDATE player_id = follow_up.player_id";

    private static final String COLUMNS =
            "SELECT id, player_id, operation_id, command, due_at, queued_at, failed_attempts,"
                    + " failed_at, failure FROM follow_up WHERE dropped_at IS NULL AND ";
    private static final String PENDING = COLUMNS + "due_at <= ? ORDER BY id LIMIT ?";
    private static final String WAITING =
            COLUMNS
                    + "waits_since >= ? AND (waits_since > ? OR id > ?)"
                    + " ORDER BY waits_since, id LIMIT ?";
    private static final String FIND = COLUMNS + "player_id = ? AND operation_id = ?";
    private static final String LOCK =
            "SELECT player_id, operation_id, command, due_at, queued_at, failed_attempts,"
                    + " failed_at, failure FROM follow_up WHERE dropped_at IS NULL AND id = ? FOR"
                    + " UPDATE";
    private static final String DELETE =
            "DELETE FROM follow_up WHERE id = ? AND dropped_at IS NULL";
    private static final String NOTE_FAILURE =
            """
            UPDATE follow_up SET failed_attempts = LEAST(failed_attempts + 1, 2147483647),
                failed_at = ?, failure = ? WHERE id = ?
            """;
    private static final String DROP =
            """
            INSERT INTO follow_up (player_id, operation_id, command, due_at, queued_at, dropped_by,
                dropped_at) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE dropped_by = COALESCE(dropped_by, VALUES(dropped_by)),
                dropped_at = COALESCE(dropped_at, VALUES(dropped_at))
            """;
    private static final String DROPPED =
            "SELECT dropped_by, dropped_at FROM follow_up"
                    + " WHERE player_id = ? AND operation_id = ? AND dropped_at IS NOT NULL";

    private static final Comparator<Row> BY_KEY =
            Comparator.comparing(Row::player).thenComparing(row -> row.operationId().value());

    /**
     * A follow-up as it is written.
     *
     * @param command its stored form, whether or not this version can read it
     */
    private record Row(
            PlayerId player,
            OperationId operationId,
            String command,
            long dueAtMillis,
            long queuedAtMillis,
            FollowUpFailures failures) {}

    private final GameCodec codec;

    FollowUpRows(GameCodec codec) {
        this.codec = codec;
    }

    /**
     * Queues those that are not on the queue and were not dropped. One that was carried out before
     * may be queued again: that has no effect, because its operation id is known.
     */
    void insertMissing(Connection connection, List<CalledFor> followUps) throws SQLException {
        insert(
                connection,
                followUps.stream()
                        .map(each -> row(each.followUp(), each.atMillis(), FollowUpFailures.NONE))
                        .sorted(BY_KEY)
                        .toList());
    }

    private Row row(FollowUp followUp, long queuedAtMillis, FollowUpFailures failures) {
        return new Row(
                followUp.player(),
                followUp.operationId(),
                codec.write(followUp.command()),
                followUp.dueAtMillis(),
                queuedAtMillis,
                failures);
    }

    /** In one order, whoever inserts them: else two could wait for each other. */
    private void insert(Connection connection, List<Row> sorted) throws SQLException {
        for (List<Row> some : Sql.runs(sorted)) {
            insertSome(connection, some);
        }
    }

    private void insertSome(Connection connection, List<Row> rows) throws SQLException {
        String sql = INSERT + Sql.list("(?, ?, ?, ?, ?, ?, ?, ?)", rows.size()) + UNLESS_QUEUED;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int index = 1;
            for (Row row : rows) {
                index = set(insert, index, row);
                insert.setInt(index++, row.failures().count());
                insert.setLong(index++, row.failures().lastAtMillis());
                insert.setString(index++, row.failures().lastReason());
            }
            insert.executeUpdate();
        }
    }

    /** Sets the columns up to that of when it was queued. */
    private static int set(PreparedStatement statement, int from, Row row) throws SQLException {
        int index = from;
        statement.setLong(index++, row.player().value());
        statement.setBytes(index++, Sql.bytes(row.operationId()));
        statement.setString(index++, row.command());
        statement.setLong(index++, row.dueAtMillis());
        statement.setLong(index++, row.queuedAtMillis());
        return index;
    }

    /** Returns up to {@code limit} that wait and are due, longest waiting first. */
    List<PendingFollowUp> pending(Connection connection, int limit, long nowMillis)
            throws SQLException {
        return read(connection, PENDING, nowMillis, limit);
    }

    /** Returns up to {@code limit} that wait behind a place, by since when they wait. */
    List<PendingFollowUp> waiting(
            Connection connection, FollowUpQueue.@Nullable WaitingPosition after, int limit)
            throws SQLException {
        long since = after == null ? Long.MIN_VALUE : after.sinceMillis();
        return read(connection, WAITING, since, since, after == null ? 0 : after.id(), limit);
    }

    /** Returns the one of {@code player} under {@code operationId}, if it waits. */
    Optional<PendingFollowUp> findWaiting(
            Connection connection, PlayerId player, OperationId operationId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setLong(1, player.value());
            select.setBytes(2, Sql.bytes(operationId));
            return read(select).stream().findFirst();
        }
    }

    /** Puts the one with the number {@code id}, if it still waits, behind all the others. */
    void moveToTheEnd(Connection connection, long id) throws SQLException {
        Optional<Row> found = lock(connection, id);
        delete(connection, id);
        insert(connection, found.stream().toList());
    }

    private static Optional<Row> lock(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Row(
                                        new PlayerId(row.getLong(1)),
                                        Sql.operationId(row.getBytes(2)),
                                        row.getString(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        new FollowUpFailures(
                                                row.getInt(6), row.getLong(7), row.getString(8))))
                        : Optional.empty();
            }
        }
    }

    /** Notes that an attempt to carry one out came to nothing. */
    void noteFailure(Connection connection, long id, long atMillis, String reason)
            throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE_FAILURE)) {
            note.setLong(1, atMillis);
            note.setString(2, reason);
            note.setLong(3, id);
            note.executeUpdate();
        }
    }

    /**
     * Marks one as dropped, for good: its row stays in the way of another. Who was first stays.
     *
     * @return what has dropped it
     */
    FollowUpQueue.Dropped drop(
            Connection connection, FollowUp followUp, OperationId by, long atMillis)
            throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement(DROP)) {
            int index = set(drop, 1, row(followUp, atMillis, FollowUpFailures.NONE));
            drop.setBytes(index++, Sql.bytes(by));
            drop.setLong(index, atMillis);
            drop.executeUpdate();
        }
        return dropped(connection, followUp.player(), followUp.operationId()).orElseThrow();
    }

    /** Returns what has dropped one. */
    Optional<FollowUpQueue.Dropped> dropped(
            Connection connection, PlayerId player, OperationId operationId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DROPPED)) {
            select.setLong(1, player.value());
            select.setBytes(2, Sql.bytes(operationId));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new FollowUpQueue.Dropped(
                                        Sql.operationId(row.getBytes(1)), row.getLong(2)))
                        : Optional.empty();
            }
        }
    }

    private List<PendingFollowUp> read(Connection connection, String sql, long... parameters)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setLong(i + 1, parameters[i]);
            }
            return read(select);
        }
    }

    private List<PendingFollowUp> read(PreparedStatement select) throws SQLException {
        List<PendingFollowUp> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(
                        new PendingFollowUp(
                                row.getLong(1),
                                new PlayerId(row.getLong(2)),
                                Sql.operationId(row.getBytes(3)),
                                codec.findCommand(row.getString(4)),
                                row.getLong(5),
                                row.getLong(6),
                                new FollowUpFailures(
                                        row.getInt(7), row.getLong(8), row.getString(9))));
            }
        }
        return found;
    }

    /** Takes one off the queue, unless it was dropped. */
    void delete(Connection connection, long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }
}
