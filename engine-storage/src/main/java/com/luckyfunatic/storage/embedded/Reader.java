package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A connection for reading with its prepared statements. Used by one thread at a time. */
final class Reader implements Resources.Resource {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Reader(Connection connection) {
        this.connection = connection;
    }

    /** Returns {@code sql} prepared; the same statement for the same text. */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StorageUnavailableException("closing a connection failed", e);
        }
    }
}
