package com.luckyfunatic.storage.tournament;

import com.luckyfunatic.engine.OperationId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection within a transaction of the caller, and in what its database differs. */
public interface Connected {
    /** Something done with a statement. */
    @FunctionalInterface
    interface Use<T extends @Nullable Object> {
        /** Does it. */
        T run(PreparedStatement statement) throws SQLException;
    }

    /** Does something with {@code sql} prepared. */
    <T extends @Nullable Object> T with(String sql, Use<T> use) throws SQLException;

    /** Sets a parameter to an operation id; null for one that is smaller than all. */
    void set(PreparedStatement statement, int index, @Nullable OperationId id) throws SQLException;

    /** Returns the operation id of a column. */
    OperationId operationId(ResultSet row, int index) throws SQLException;

    /** Returns what stands after a query that locks its rows; nothing where nobody else writes. */
    String lockingClause();
}
