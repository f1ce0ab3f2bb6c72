package com.luckyfunatic.storage.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/**
 * Damages a table as somebody would who can write to the database, and mends it again. Positions of
 * the rows are 1 to a number, times a step. Not thread-safe.
 */
public final class TamperedRows {
    private final Connection connection;
    private final String table;
    private final String position;
    private final List<String> numbers;
    private final List<String> texts;
    private final int rows;
    private final long step;

    /**
     * Works on {@code table}.
     *
     * @param position the column with the position
     * @param numbers other columns with numbers
     * @param texts columns with texts or bytes
     * @param rows how many rows there are
     * @param step how far positions are apart, at least 2
     */
    public TamperedRows(
            Connection connection,
            String table,
            String position,
            List<String> numbers,
            List<String> texts,
            int rows,
            long step)
            throws SQLException {
        this.connection = connection;
        this.table = table;
        this.position = position;
        this.numbers = numbers;
        this.texts = texts;
        this.rows = rows;
        this.step = step;
        execute("CREATE TABLE kept AS SELECT * FROM " + table);
    }

    /** Does one thing, and returns it. */
    public String tamper(Random random) throws SQLException {
        long at = step * (1 + random.nextInt(rows));
        String here = " WHERE " + position + " = " + at;
        String sql =
                switch (random.nextInt(7)) {
                    case 0 -> {
                        String column = numbers.get(random.nextInt(numbers.size()));
                        yield set(column, column + " + " + (1 + random.nextInt(99))) + here;
                    }
                    case 1 -> {
                        String column = texts.get(random.nextInt(texts.size()));
                        yield set(column, "'other" + random.nextInt(99) + "'") + here;
                    }
                    case 2 -> "DELETE FROM " + table + here;
                    case 3 -> "DELETE FROM " + table + " WHERE " + position + " >= " + at;
                    case 4 -> set(position, position + " - 1") + here;
                    case 5 -> "";
                    default -> {
                        long other = step * (1 + (at / step + random.nextInt(rows - 1)) % rows);
                        yield swap(at, other);
                    }
                };
        if (sql.isEmpty()) {
            insertCopy(at);
            return "insert before " + at;
        }
        execute(sql);
        return sql;
    }

    /** Returns the last step of an exchange of two places, of which the others are done. */
    private String swap(long at, long other) throws SQLException {
        long aside = step * (rows + 2L);
        String where = " WHERE " + position + " = ";
        execute(set(position, Long.toString(aside)) + where + at);
        execute(set(position, Long.toString(at)) + where + other);
        return set(position, Long.toString(other)) + where + aside;
    }

    private String set(String column, String value) {
        return "UPDATE " + table + " SET " + column + " = " + value;
    }

    private void insertCopy(long at) throws SQLException {
        execute("CREATE TABLE copied AS SELECT * FROM kept WHERE " + position + " = " + at);
        execute("UPDATE copied SET " + position + " = " + position + " - 1");
        execute("INSERT INTO " + table + " SELECT * FROM copied");
        execute("DROP TABLE copied");
    }

    /** Mends everything. */
    public void mend() throws SQLException {
        execute("DELETE FROM " + table);
        execute("INSERT INTO " + table + " SELECT * FROM kept");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
