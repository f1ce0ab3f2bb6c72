package com.luckyfunatic.benchmarks.mysql;

import com.luckyfunatic.storage.mysql.HardChange;
import com.luckyfunatic.storage.mysql.Snapshot;
import com.luckyfunatic.storage.mysql.StoredOperation;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The yardstick: every hard change in a transaction of its own, over as many connections as the
 * pool of a server has, with statements that the server has prepared: without that it is slower.
 */
final class OneCommitEach implements AutoCloseable {
    private static final String LOCK =
            "SELECT epoch, sequence FROM player_snapshot WHERE player_id = ? FOR UPDATE";
    private static final String INSERT =
            """
            INSERT INTO operation (player_id, operation_id, change_id, sequence, fingerprint,
                answer, state, at_millis, lasting, clean_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, TRUE, ?)
            """;
    private static final String UPDATE =
            "UPDATE player_snapshot SET sequence = ?, state = ? WHERE player_id = ?";

    private final HikariDataSource pool;

    OneCommitEach(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("useServerPrepStmts", true);
        pool = new HikariDataSource(config);
    }

    void commit(HardChange change) {
        try (Connection connection = pool.getConnection()) {
            lock(connection, change.snapshot().snapshot());
            insert(connection, change.operation());
            update(connection, change.snapshot().snapshot());
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("a change failed", e);
        }
    }

    private static void lock(Connection connection, Snapshot snapshot) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setLong(1, snapshot.player().value());
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next() || row.getLong(1) != snapshot.epoch()) {
                    throw new IllegalStateException("not the epoch of " + snapshot.player());
                }
            }
        }
    }

    private static void insert(Connection connection, StoredOperation operation)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, operation.player().value());
            insert.setBytes(2, operation.id().value().getBytes(StandardCharsets.US_ASCII));
            insert.setLong(3, operation.sequence());
            insert.setLong(4, operation.sequence());
            insert.setString(5, operation.fingerprint());
            insert.setString(6, operation.answer());
            insert.setString(7, operation.state());
            insert.setLong(8, operation.atMillis());
            insert.setLong(9, operation.atMillis());
            insert.executeUpdate();
        }
    }

    private static void update(Connection connection, Snapshot snapshot) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, snapshot.sequence());
            update.setString(2, snapshot.state());
            update.setLong(3, snapshot.player().value());
            update.executeUpdate();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
