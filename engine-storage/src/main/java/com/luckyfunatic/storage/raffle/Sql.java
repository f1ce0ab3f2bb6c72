package com.luckyfunatic.storage.raffle;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements within a transaction of the caller. Used by one thread. */
public final class Sql {
    private final Preparer preparer;
    private final boolean keepsStatements;
    private final String lock;

    /** Prepares statements of a connection. */
    @FunctionalInterface
    public interface Preparer {
        /** Returns {@code sql} prepared. */
        PreparedStatement prepare(String sql) throws SQLException;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Sql(Preparer preparer, boolean keepsStatements, String lock) {
        this.preparer = preparer;
        this.keepsStatements = keepsStatements;
        this.lock = lock;
    }

    /**
     * Returns one for a connection that others write beside, and that has to lock what it reads.
     */
    public static Sql shared(Preparer preparer) {
        return new Sql(preparer, false, " FOR UPDATE");
    }

    /** Returns one for a connection that alone writes, and keeps its statements prepared. */
    public static Sql alone(Preparer preparer) {
        return new Sql(preparer, true, "");
    }

    /** Returns {@code select} so that nobody else changes what it finds until the end. */
    String locking(String select) {
        return select + lock;
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql, values);
        try {
            return statement.executeUpdate();
        } finally {
            done(statement);
        }
    }

    <T> List<T> query(RowReader<T> reader, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = prepared(sql, values);
        try (ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        } finally {
            done(statement);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = preparer.prepare(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private void done(PreparedStatement statement) throws SQLException {
        if (!keepsStatements) {
            statement.close();
        }
    }
}
