package com.luckyfunatic.benchmarks.footprint;

import com.luckyfunatic.benchmarks.footprint.FootprintResult.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks a MySQL or MariaDB what it holds. For one thread at a time. */
final class MySqlCount implements AutoCloseable {
    private final Connection connection;

    MySqlCount(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
    }

    /** Returns all tables that have rows. */
    Map<String, Rows> tables() throws SQLException {
        Map<String, Rows> found = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : names(statement)) {
                // Else the sizes are of some time ago.
                run(statement, "ANALYZE TABLE " + table);
                long rows = number(statement, "SELECT COUNT(*) FROM " + table);
                if (rows > 0) {
                    found.put(table, sizes(statement, table, rows));
                }
            }
        }
        return found;
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row =
                statement.executeQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema ="
                                + " DATABASE() AND table_type = 'BASE TABLE'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static Rows sizes(Statement statement, String table, long rows) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        "SELECT data_length, index_length FROM information_schema.tables"
                                + " WHERE table_schema = DATABASE() AND table_name = '%s'"
                                        .formatted(table))) {
            row.next();
            return new Rows(rows, row.getLong(1), row.getLong(2));
        }
    }

    /** Does to the operations what is done to them after a day, and builds the table anew. */
    void cleanOperations() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM operation WHERE NOT lasting");
            statement.executeUpdate("UPDATE operation SET state = NULL, clean_at = NULL");
            run(statement, "OPTIMIZE TABLE operation");
        }
    }

    /** Returns the bytes of all binary logs. */
    long binlogBytes() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW BINARY LOGS")) {
            long bytes = 0;
            while (row.next()) {
                bytes += row.getLong(2);
            }
            return bytes;
        }
    }

    /** Returns the server's version. */
    String version() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    private static void run(Statement statement, String sql) throws SQLException {
        try (ResultSet answer = statement.executeQuery(sql)) {
            while (answer.next()) {
                if ("Error".equalsIgnoreCase(answer.getString(3))) {
                    throw new IllegalStateException(sql + ": " + answer.getString(4));
                }
            }
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
