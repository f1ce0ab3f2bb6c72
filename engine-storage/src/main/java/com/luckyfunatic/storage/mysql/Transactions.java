package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs work in transactions that are over in time, however the database fares. Repositories and
 * statements on the connection take part in the same transaction.
 *
 * <p>Deadlocks, lock waits and lost connections are tried again with a growing, random pause while
 * time is left. That includes a connection lost at the commit, when nobody knows whether it was
 * done: all work here is of a kind that may be done twice. Thread-safe.
 */
final class Transactions {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int PAUSE_DOUBLED_MAX = 5;

    private final TransactionBoundary boundary;
    private final long answerNanos;
    private final long connectionNanos;
    private final long statementNanos;

    /**
     * Those who may have a connection; the rest wait here, in the order in which they came. The
     * pool itself gives a connection back to whoever asks first, which under load is the one who
     * has just returned it: others would wait until they are refused.
     */
    private final Semaphore entrance;

    private volatile boolean closed;

    Transactions(TransactionBoundary boundary, MySqlSettings settings) {
        this.boundary = boundary;
        answerNanos = settings.answerTimeout().toNanos();
        connectionNanos = settings.connectionTimeout().toNanos();
        statementNanos = settings.socketTimeout().toNanos();
        entrance = new Semaphore(settings.poolSize(), true);
    }

    /** What is done in one transaction, perhaps several times until it succeeds. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Work that has no result. */
    @FunctionalInterface
    interface VoidWork {
        void run(Connection connection) throws SQLException;
    }

    /**
     * Runs {@code work} and commits.
     *
     * @throws StorageUnavailableException when that failed; whether it is committed may be unknown
     */
    <T> T run(Work<T> work) {
        try {
            return runUntil(deadline(), work);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** Does the same with work that has no result. */
    void runVoid(VoidWork work) {
        run(connection -> {
            work.run(connection);
            return true;
        });
    }

    /** Returns until when a call that begins now has to be answered, as {@link System#nanoTime}. */
    long deadline() {
        return System.nanoTime() + answerNanos;
    }

    /** Runs {@code work} and commits, unless that takes until {@code deadline}. */
    <T> T runUntil(long deadline, Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(deadline, work);
            } catch (SQLException e) {
                if (!SqlErrors.mayPass(e) || !pause(attempt, deadline)) {
                    throw e;
                }
            }
        }
    }

    /** Returns what to tell a caller whose work failed. */
    static StorageUnavailableException unavailable(SQLException e) {
        return new StorageUnavailableException(
                "MySQL did not carry it out or did not say so in time: " + e.getMessage(), e);
    }

    /** Lets nobody in any more. */
    void close() {
        closed = true;
    }

    private <T> T once(long deadline, Work<T> work) throws SQLException {
        enter();
        try {
            return boundary.around(connection -> {
                limit(connection, deadline);
                return work.run(connection);
            });
        } finally {
            entrance.release();
        }
    }

    private void enter() {
        if (closed) {
            throw new StorageUnavailableException("the database is closed");
        }
        try {
            if (!entrance.tryAcquire(connectionNanos, TimeUnit.NANOSECONDS)) {
                throw new StorageUnavailableException("MySQL does not keep up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while waiting for MySQL", e);
        }
    }

    private void limit(Connection connection, long deadline) throws SQLException {
        long left = Math.min(statementNanos, deadline - System.nanoTime());
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(left));
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(millis));
    }

    /** Pauses before another attempt; false when there is no time for one. */
    private boolean pause(int attempt, long deadline) {
        long longest = PAUSE_NANOS << Math.min(attempt, PAUSE_DOUBLED_MAX);
        long pause = ThreadLocalRandom.current().nextLong(longest);
        if (closed || deadline - System.nanoTime() < pause + connectionNanos) {
            return false;
        }
        LockSupport.parkNanos(pause);
        return true;
    }
}
