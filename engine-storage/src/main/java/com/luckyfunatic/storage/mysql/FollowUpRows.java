package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.storage.codec.GameCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The statements on the table {@code follow_up}, within a transaction of the caller. */
final class FollowUpRows {
    private static final String INSERT =
            "INSERT INTO follow_up (player_id, operation_id, command, due_at) VALUES ";
    private static final String UNLESS_QUEUED =
            " ON DUPLICATE KEY UPDATE player_id = follow_up.player_id";
    private static final String PENDING =
            "SELECT id, player_id, operation_id, command, due_at FROM follow_up"
                    + " WHERE due_at <= ? ORDER BY id LIMIT ?";
    private static final String LOCK =
            "SELECT id, player_id, operation_id, command, due_at FROM follow_up"
                    + " WHERE id = ? FOR UPDATE";
    private static final String DELETE = "DELETE FROM follow_up WHERE id = ?";

    private static final Comparator<FollowUp> BY_KEY =
            Comparator.comparing(FollowUp::player)
                    .thenComparing(followUp -> followUp.operationId().value());

    private final GameCodec codec;

    FollowUpRows(GameCodec codec) {
        this.codec = codec;
    }

    /**
     * Queues those that are not on the queue. One that was carried out before may be queued again:
     * that has no effect, because its operation id is known.
     */
    void insertMissing(Connection connection, List<FollowUp> followUps) throws SQLException {
        // In one order, whoever inserts them: else two could wait for each other.
        for (List<FollowUp> some : Sql.runs(followUps.stream().sorted(BY_KEY).toList())) {
            insert(connection, some);
        }
    }

    private void insert(Connection connection, List<FollowUp> followUps) throws SQLException {
        String sql = INSERT + Sql.list("(?, ?, ?, ?)", followUps.size()) + UNLESS_QUEUED;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int index = 1;
            for (FollowUp followUp : followUps) {
                insert.setLong(index++, followUp.player().value());
                insert.setBytes(index++, Sql.bytes(followUp.operationId()));
                insert.setString(index++, codec.write(followUp.command()));
                insert.setLong(index++, followUp.dueAtMillis());
            }
            insert.executeUpdate();
        }
    }

    /** Returns up to {@code limit} that wait and are due, longest waiting first. */
    List<PendingFollowUp> pending(Connection connection, int limit, long nowMillis)
            throws SQLException {
        return read(connection, PENDING, nowMillis, limit);
    }

    /** Puts the one with the number {@code id}, if it still waits, behind all the others. */
    void moveToTheEnd(Connection connection, long id) throws SQLException {
        List<PendingFollowUp> found = read(connection, LOCK, id);
        delete(connection, id);
        insertMissing(connection, found.stream().map(PendingFollowUp::followUp).toList());
    }

    private List<PendingFollowUp> read(Connection connection, String sql, long... parameters)
            throws SQLException {
        List<PendingFollowUp> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setLong(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new PendingFollowUp(row.getLong(1), followUp(row)));
                }
            }
        }
        return found;
    }

    private FollowUp followUp(ResultSet row) throws SQLException {
        return new FollowUp(
                new PlayerId(row.getLong(2)),
                Sql.operationId(row.getBytes(3)),
                codec.readCommand(row.getString(4)),
                row.getLong(5));
    }

    /** Takes one off the queue. */
    void delete(Connection connection, long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }
}
