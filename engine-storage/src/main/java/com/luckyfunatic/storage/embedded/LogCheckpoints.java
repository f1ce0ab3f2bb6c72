package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the write-ahead log into the database file beside the writer, so that the writer does not
 * wait for it. Only when the log has grown far does the writer help, between two transactions: it
 * moves the little that came since and starts over at the beginning of the file. The file keeps its
 * length then, because giving it back takes a file system a tenth of a second for each time.
 */
final class LogCheckpoints implements Resources.Resource {
    private static final Logger LOG = LoggerFactory.getLogger(LogCheckpoints.class);
    private static final long WORTH_IT_BYTES = 8L << 20;
    private static final long TOO_LARGE_BYTES = 64L << 20;

    /** What the file may keep when it starts over, after something has held it up for long. */
    static final long KEPT_BYTES = 2 * TOO_LARGE_BYTES;

    private final Connection connection;
    private final long pageBytes;
    private final ScheduledExecutorService executor;
    private final Future<?> schedule;

    /** Whoever holds it moves the log; the writer does not wait for it. */
    private final Lock moving = new ReentrantLock();

    private volatile boolean tooLarge;

    LogCheckpoints(Connection connection) {
        this.connection = connection;
        pageBytes = pageBytes(connection);
        executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("funatic-checkpoints").daemon().factory());
        schedule =
                executor.scheduleWithFixedDelay(this::checkpoint, 500, 500, TimeUnit.MILLISECONDS);
    }

    private static long pageBytes(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA page_size")) {
            return row.getLong(1);
        } catch (SQLException e) {
            throw new StorageUnavailableException("the page size cannot be read", e);
        }
    }

    /**
     * How far the log has come.
     *
     * @param pages in it since it last started over
     * @param moved how many of them are in the database file too
     */
    private record Progress(long pages, long moved) {}

    /** Moves what is worth it, and finds out whether the log should start over. */
    void checkpoint() {
        moving.lock();
        try (Statement statement = connection.createStatement()) {
            Progress progress = progress(statement, "NOOP");
            if ((progress.pages() - progress.moved()) * pageBytes >= WORTH_IT_BYTES) {
                progress = progress(statement, "PASSIVE");
            }
            tooLarge = progress.pages() * pageBytes > TOO_LARGE_BYTES;
        } catch (SQLException e) {
            LOG.error("A checkpoint failed and is tried again: {}", e.getMessage());
        } finally {
            moving.unlock();
        }
    }

    private static Progress progress(Statement statement, String mode) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
            return new Progress(row.getLong(2), row.getLong(3));
        }
    }

    /** Starts the log over if it has grown far; called by the writer between transactions. */
    void restartIfTooLarge(WriterStatements statements) throws SQLException {
        if (!tooLarge || !moving.tryLock()) {
            return;
        }
        try {
            // Not waiting for readers: one who reads for long, such as a backup, must not stop the
            // game. It is tried again in a second.
            statements.execute("PRAGMA busy_timeout = 0");
            try {
                statements.execute("PRAGMA wal_checkpoint(RESTART)");
                tooLarge = false;
            } finally {
                statements.execute("PRAGMA busy_timeout = " + Connector.BUSY_TIMEOUT_MILLIS);
            }
        } finally {
            moving.unlock();
        }
    }

    @Override
    public void close() {
        schedule.cancel(false);
        executor.shutdown();
        try (connection) {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("A checkpoint is still running");
            }
        } catch (SQLException e) {
            throw new StorageUnavailableException(
                    "closing the connection for checkpoints failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
