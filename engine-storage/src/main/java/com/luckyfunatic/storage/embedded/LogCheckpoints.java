package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the write-ahead log into the database file beside the writer, so that the writer does not
 * wait for it. Only when the log has grown far does the writer help, between two transactions.
 */
final class LogCheckpoints implements Resources.Resource {
    private static final Logger LOG = LoggerFactory.getLogger(LogCheckpoints.class);
    private static final long WORTH_IT_BYTES = 8L << 20;
    private static final long TOO_LARGE_BYTES = 64L << 20;

    private final Connection connection;
    private final Path log;
    private final ScheduledExecutorService executor;
    private final Future<?> schedule;

    LogCheckpoints(Connection connection, Path log) {
        this.connection = connection;
        this.log = log;
        executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("funatic-checkpoints").daemon().factory());
        schedule =
                executor.scheduleWithFixedDelay(this::checkpoint, 500, 500, TimeUnit.MILLISECONDS);
    }

    private void checkpoint() {
        if (size() < WORTH_IT_BYTES) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException e) {
            LOG.error("A checkpoint failed and is tried again: {}", e.getMessage());
        }
    }

    /** Starts the log over if it has grown far; called by the writer between transactions. */
    void restartIfTooLarge(WriterStatements statements) throws SQLException {
        if (size() > TOO_LARGE_BYTES) {
            statements.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private long size() {
        return log.toFile().length();
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
