package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.storage.mysql.Transactions.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections of the ledger: one for each transaction at once, kept for the next. Their
 * statements are prepared by the server; no repository knows them.
 *
 * <p>Who needs one and finds none opens it. A pool would open it in the background and pause
 * between attempts: then the first change after an outage would still fail. Thread-safe.
 */
final class LedgerConnections implements TransactionBoundary, AutoCloseable {
    /** Whether one is alive is asked after a pause only, as pools do. */
    private static final long TRUSTED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final Duration VALIDATION = Duration.ofMillis(250);

    private final MySqlSettings settings;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    LedgerConnections(MySqlSettings settings) {
        this.settings = settings;
    }

    private record Idle(Connection connection, long sinceNanos) {}

    @Override
    public <T> T around(Work<T> work) throws SQLException {
        Connection connection = take();
        try {
            T result = work.run(connection);
            connection.commit();
            keep(connection);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private Connection take() throws SQLException {
        for (Idle next = idle.poll(); next != null; next = idle.poll()) {
            Connection connection = next.connection();
            if (System.nanoTime() - next.sinceNanos() < TRUSTED_NANOS || isAlive(connection)) {
                return connection;
            }
            close(connection, null);
        }
        return ConnectionPool.connectPrepared(settings);
    }

    private static boolean isAlive(Connection connection) {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) VALIDATION.toMillis());
            return connection.isValid(0);
        } catch (SQLException e) {
            return false;
        }
    }

    private void keep(Connection connection) {
        idle.push(new Idle(connection, System.nanoTime()));
        if (closed) {
            close();
        }
    }

    private void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
            keep(connection);
        } catch (SQLException e) {
            reason.addSuppressed(e);
            close(connection, reason);
        }
    }

    private static void close(Connection connection, @Nullable Throwable reason) {
        try {
            connection.close();
        } catch (SQLException e) {
            if (reason != null) {
                reason.addSuppressed(e);
            }
        }
    }

    /** Closes those that nobody uses, and the others as soon as they are not used any more. */
    @Override
    public void close() {
        closed = true;
        for (Idle next = idle.poll(); next != null; next = idle.poll()) {
            close(next.connection(), null);
        }
    }
}
