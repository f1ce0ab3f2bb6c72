package com.luckyfunatic.storage.embedded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * Makes real connections, can be told to fail, and writes down how each transaction was committed.
 * Thread-safe once set up.
 */
final class WatchedConnections implements Connector {
    /**
     * A commit.
     *
     * @param synchronous what SQLite says of forcing: 1 is NORMAL, 2 is FULL
     * @param position the last position of the journal then
     */
    record Commit(int synchronous, long position) {}

    private final List<Connection> opened = new CopyOnWriteArrayList<>();
    private final List<Commit> commits = new CopyOnWriteArrayList<>();
    private int failingNumber;
    private boolean failingToClose;

    /** Makes connection {@code number} of those to come fail, counted from 1. */
    WatchedConnections failAt(int number) {
        failingNumber = opened.size() + number;
        return this;
    }

    /** Makes every connection say that it could not be closed, though it was. */
    WatchedConnections failToClose() {
        failingToClose = true;
        return this;
    }

    @Override
    public Connection connect(String url, SynchronousMode synchronous) throws SQLException {
        if (opened.size() + 1 == failingNumber) {
            throw new SQLException("planted");
        }
        Connection real = Connector.toSqlite(url, synchronous);
        opened.add(real);
        return proxy(
                Connection.class, (method, arguments) -> onConnection(real, method, arguments));
    }

    private @Nullable Object onConnection(
            Connection real, Method method, Object @Nullable [] arguments) throws Throwable {
        Object result = call(real, method, arguments);
        if (method.getName().equals("close") && failingToClose) {
            throw new SQLException("planted");
        }
        if (result instanceof PreparedStatement statement
                && arguments != null
                && "COMMIT".equals(arguments[0])) {
            return proxy(
                    PreparedStatement.class,
                    (commit, values) -> {
                        if (commit.getName().equals("execute")) {
                            commits.add(
                                    new Commit(
                                            (int) number(real, "PRAGMA synchronous"),
                                            number(
                                                    real,
                                                    "SELECT max(position) FROM state_change")));
                        }
                        return call(statement, commit, values);
                    });
        }
        return result;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    private interface Handler {
        @Nullable Object handle(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        InvocationHandler calls = (_, method, arguments) -> handler.handle(method, arguments);
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
    }

    private static @Nullable Object call(
            Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The connections that were made. */
    List<Connection> opened() {
        return List.copyOf(opened);
    }

    /** How transactions were committed so far, in order. */
    List<Commit> commits() {
        return List.copyOf(commits);
    }
}
