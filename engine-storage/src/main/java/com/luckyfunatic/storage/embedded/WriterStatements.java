package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The writer's connection with its prepared statements. Rows of the frequent kinds are gathered and
 * sent together. Used by the writer thread only.
 */
final class WriterStatements implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final List<PreparedStatement> gathered = new ArrayList<>();
    private boolean full;

    WriterStatements(Connection connection) {
        this.connection = connection;
    }

    /** Returns {@code sql} prepared; the same statement for the same text. */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    /** Gathers the row that {@code statement} holds the values of. */
    void gather(PreparedStatement statement) throws SQLException {
        statement.addBatch();
        if (!gathered.contains(statement)) {
            gathered.add(statement);
        }
    }

    /** Begins a transaction that will be forced to disk at its commit, or only written. */
    void begin(boolean forced) throws SQLException {
        if (forced != full) {
            execute("PRAGMA synchronous = " + (forced ? "FULL" : "NORMAL"));
            full = forced;
        }
        prepare("BEGIN IMMEDIATE").execute();
    }

    /** Sends what was gathered. */
    void send() throws SQLException {
        for (PreparedStatement statement : gathered) {
            statement.executeBatch();
        }
        gathered.clear();
    }

    /** Commits the transaction. */
    void commit() throws SQLException {
        send();
        prepare("COMMIT").execute();
    }

    /**
     * Undoes the transaction as far as one has begun. The driver may have closed statements that
     * failed, so all are prepared anew afterwards.
     */
    void rollback() throws SQLException {
        gathered.clear();
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // On some failures, such as a full disk, SQLite has ended the transaction by itself.
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
    }

    /** Runs one statement that is not prepared. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StorageUnavailableException("closing the writer's connection failed", e);
        }
    }
}
