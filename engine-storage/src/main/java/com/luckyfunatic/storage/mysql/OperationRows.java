package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements on the table {@code operation}, within a transaction of the caller. */
final class OperationRows {
    private static final String FIND =
            "SELECT player_id, operation_id, change_id, sequence, fingerprint, answer, state,"
                    + " at_millis, lasting FROM operation WHERE ";
    private static final String LOOK =
            "SELECT player_id, operation_id, change_id FROM operation WHERE ";
    private static final String LASTING =
            "SELECT operation_id, change_id, sequence FROM operation"
                    + " WHERE player_id = ? AND operation_id > ? AND lasting"
                    + " ORDER BY operation_id LIMIT ?";
    private static final String INSERT =
            "INSERT INTO operation (player_id, operation_id, change_id, sequence, fingerprint,"
                    + " answer, state, at_millis, lasting, clean_at) VALUES ";

    private static final Comparator<StoredOperation> BY_KEY =
            Comparator.comparing(StoredOperation::player)
                    .thenComparing(operation -> operation.id().value());

    private OperationRows() {}

    /** What tells operations apart. */
    record OperationKey(PlayerId player, OperationId id) {
        static OperationKey of(StoredOperation operation) {
            return new OperationKey(operation.player(), operation.id());
        }
    }

    /** The change of a stored operation; null when nothing changed. */
    record Cause(@Nullable Long changeId) {
        boolean isOf(StoredOperation operation) {
            return changeId != null && changeId.equals(operation.changeId());
        }
    }

    /** Returns those of the operations that are stored. */
    static Map<OperationKey, StoredOperation> find(
            Connection connection, Collection<OperationKey> keys) throws SQLException {
        Map<OperationKey, StoredOperation> found = new HashMap<>();
        for (List<OperationKey> some : Sql.padded(keys)) {
            try (PreparedStatement find = connection.prepareStatement(FIND + anyOf(some))) {
                bind(find, some);
                try (ResultSet row = find.executeQuery()) {
                    while (row.next()) {
                        StoredOperation operation = operation(row);
                        found.put(OperationKey.of(operation), operation);
                    }
                }
            }
        }
        return found;
    }

    private static StoredOperation operation(ResultSet row) throws SQLException {
        return new StoredOperation(
                new PlayerId(row.getLong(1)),
                Sql.operationId(row.getBytes(2)),
                row.getObject(3, Long.class),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getBoolean(9));
    }

    private static String anyOf(List<OperationKey> keys) {
        return String.join(
                " OR ", Collections.nCopies(keys.size(), "(player_id = ? AND operation_id = ?)"));
    }

    private static void bind(PreparedStatement statement, List<OperationKey> keys)
            throws SQLException {
        int index = 1;
        for (OperationKey key : keys) {
            statement.setLong(index++, key.player().value());
            statement.setBytes(index++, Sql.bytes(key.id()));
        }
    }

    /** Returns up to {@code limit} lasting operations of {@code player} after {@code after}. */
    static List<LastingOperation> lasting(
            Connection connection, PlayerId player, byte[] after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LASTING)) {
            select.setLong(1, player.value());
            select.setBytes(2, after);
            select.setInt(3, limit);
            List<LastingOperation> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new LastingOperation(
                                    Sql.operationId(row.getBytes(1)),
                                    row.getObject(2, Long.class),
                                    row.getLong(3)));
                }
            }
            return found;
        }
    }

    /** Returns which of the operations are stored, and what each has changed. */
    static Map<OperationKey, Cause> look(Connection connection, Collection<OperationKey> keys)
            throws SQLException {
        Map<OperationKey, Cause> stored = new HashMap<>();
        for (List<OperationKey> some : Sql.padded(keys)) {
            look(connection, some, stored);
        }
        return stored;
    }

    private static void look(
            Connection connection, List<OperationKey> keys, Map<OperationKey, Cause> stored)
            throws SQLException {
        try (PreparedStatement look = connection.prepareStatement(LOOK + anyOf(keys))) {
            bind(look, keys);
            try (ResultSet row = look.executeQuery()) {
                while (row.next()) {
                    OperationKey key =
                            new OperationKey(
                                    new PlayerId(row.getLong(1)), Sql.operationId(row.getBytes(2)));
                    stored.put(key, new Cause(row.getObject(3, Long.class)));
                }
            }
        }
    }

    /**
     * Inserts those of {@code operations} that are not stored yet, in the order of their keys.
     *
     * @param operations each key once
     * @return which were stored before
     */
    static Map<OperationKey, Cause> insertMissing(
            Connection connection, List<StoredOperation> operations) throws SQLException {
        Map<OperationKey, Cause> stored = new HashMap<>();
        insertMissing(connection, operations.stream().sorted(BY_KEY).toList(), stored);
        return stored;
    }

    private static void insertMissing(
            Connection connection,
            List<StoredOperation> operations,
            Map<OperationKey, Cause> stored)
            throws SQLException {
        for (List<StoredOperation> some : Sql.runs(operations)) {
            try {
                insert(connection, some);
            } catch (SQLException e) {
                if (!SqlErrors.isDuplicateKey(e)) {
                    throw e;
                }
                // The drain may store more of them meanwhile; each time round there are fewer.
                Map<OperationKey, Cause> found =
                        look(connection, some.stream().map(OperationKey::of).toList());
                if (found.isEmpty()) {
                    throw e;
                }
                stored.putAll(found);
                insertMissing(
                        connection,
                        some.stream()
                                .filter(each -> !found.containsKey(OperationKey.of(each)))
                                .toList(),
                        stored);
            }
        }
    }

    private static void insert(Connection connection, List<StoredOperation> operations)
            throws SQLException {
        String sql = INSERT + Sql.list("(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", operations.size());
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int index = 1;
            for (StoredOperation operation : operations) {
                long keptUntil = operation.atMillis() + Operations.KEPT.toMillis();
                boolean isCleaned = !operation.lasting() || operation.state() != null;
                insert.setLong(index++, operation.player().value());
                insert.setBytes(index++, Sql.bytes(operation.id()));
                insert.setObject(index++, operation.changeId(), Types.BIGINT);
                insert.setLong(index++, operation.sequence());
                insert.setString(index++, operation.fingerprint());
                insert.setBytes(index++, Sql.utf8(operation.answer()));
                insert.setBytes(index++, Sql.utf8(operation.state()));
                insert.setLong(index++, operation.atMillis());
                insert.setBoolean(index++, operation.lasting());
                insert.setObject(index++, isCleaned ? keptUntil : null, Types.BIGINT);
            }
            insert.executeUpdate();
        }
    }
}
