package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.embedded.EmbeddedSettings.Forcing;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer: a thread that takes everything that waits, writes it in one transaction, and
 * answers when that is committed; forced to disk if any of it has to be. Between transactions it
 * writes snapshots and keeps house.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int BATCH_MAX = 2_048;
    private static final long HOUSEKEEPING_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final String TOUCH = "UPDATE meta SET value = value + 1 WHERE name = ?";

    /** Something done about once a second between transactions. */
    interface Housekeeping {
        void run(WriterStatements statements) throws SQLException;
    }

    private final WriterStatements statements;
    private final Forcing forcing;
    private final BlockingQueue<Write> waiting = new LinkedBlockingQueue<>();

    /** Read-held while submitting, write-held while closing, so that nothing is left behind. */
    private final ReentrantReadWriteLock closing = new ReentrantReadWriteLock();

    private boolean closed;
    private volatile boolean stopping;
    private final Thread thread;

    private SnapshotPass snapshots;
    private Housekeeping housekeeping = _ -> {};
    private final Queue<CompletableFuture<@Nullable Void>> snapshotRequests =
            new ConcurrentLinkedQueue<>();
    private boolean unforced;
    private long nextHousekeeping = System.nanoTime();

    @SuppressWarnings("NullAway.Init")
    GroupCommit(WriterStatements statements, Forcing forcing) {
        this.statements = statements;
        this.forcing = forcing;
        thread = Thread.ofPlatform().name("funatic-writer").daemon().unstarted(this::run);
    }

    /** Starts the thread. */
    void start(SnapshotPass newSnapshots, Housekeeping newHousekeeping) {
        snapshots = newSnapshots;
        housekeeping = newHousekeeping;
        thread.start();
    }

    /**
     * Queues {@code write}.
     *
     * @throws StorageUnavailableException when the store is closed
     */
    void submit(Write write) {
        closing.readLock().lock();
        try {
            if (closed) {
                throw new StorageUnavailableException("the store is closed");
            }
            waiting.add(write);
        } finally {
            closing.readLock().unlock();
        }
    }

    /** Writes all snapshots that lag behind; done when they are committed. */
    CompletableFuture<@Nullable Void> requestSnapshots() {
        CompletableFuture<@Nullable Void> request = new CompletableFuture<>();
        snapshotRequests.add(request);
        submit(Write.nothing());
        return request;
    }

    private void run() {
        List<Write> batch = new ArrayList<>(BATCH_MAX);
        while (!stopping || !waiting.isEmpty()) {
            try {
                take(batch);
                if (!batch.isEmpty()) {
                    write(batch);
                }
                betweenTransactions();
            } catch (RuntimeException | Error e) {
                // Whether the batch is committed is unknown; whoever waits must learn that it is.
                LOG.error("The writer failed with {} writes", batch.size(), e);
                rollback();
                StorageException unknown =
                        new StorageUnavailableException("the writer failed: " + e, e);
                batch.forEach(write -> write.completeExceptionally(unknown));
            }
            batch.clear();
        }
    }

    private void take(List<Write> batch) {
        try {
            long patience = snapshots.isDue() ? 0 : nextHousekeeping - System.nanoTime();
            Write first = waiting.poll(Math.max(0, patience), TimeUnit.NANOSECONDS);
            if (first != null) {
                batch.add(first);
                waiting.drainTo(batch, BATCH_MAX - 1);
            }
        } catch (InterruptedException e) {
            LOG.warn("The writer was interrupted and goes on; close the store to stop it");
        }
    }

    private void write(List<Write> batch) {
        List<Write> applied = new ArrayList<>(batch.size());
        boolean forced = forcing == Forcing.ALWAYS;
        for (Write write : batch) {
            forced |= write.isForced();
        }
        try {
            statements.begin(forced);
            for (Write write : batch) {
                if (write.isVoid()) {
                    write.completeExceptionally(
                            new StorageUnavailableException(
                                    "an earlier change of the player was not kept"));
                } else {
                    applied.add(write);
                    write.apply(statements);
                }
            }
            statements.commit();
        } catch (SQLException | RuntimeException e) {
            rollback();
            fail(applied, unavailable(e));
            return;
        }
        unforced = !forced;
        for (Write write : applied) {
            write.committed();
        }
        for (Write write : applied) {
            write.complete();
        }
    }

    private static StorageUnavailableException unavailable(Exception e) {
        String reason = Database.isFull(e) ? "the disk is full" : String.valueOf(e.getMessage());
        LOG.error("Writing failed, nothing of it is kept: {}", reason);
        return new StorageUnavailableException("writing failed: " + reason, e);
    }

    private static void fail(List<Write> writes, StorageException reason) {
        for (Write write : writes) {
            write.failed();
        }
        for (Write write : writes) {
            write.completeExceptionally(reason);
        }
    }

    private void rollback() {
        try {
            statements.rollback();
        } catch (SQLException e) {
            LOG.error("Rolling back failed", e);
        }
    }

    private void betweenTransactions() {
        try {
            CompletableFuture<@Nullable Void> request = snapshotRequests.poll();
            if (request != null) {
                writeAllSnapshots();
                request.complete(null);
            }
            if (snapshots.isDue()) {
                snapshots.step(statements);
            }
            if (System.nanoTime() >= nextHousekeeping) {
                nextHousekeeping = System.nanoTime() + HOUSEKEEPING_NANOS;
                force();
                if (!snapshots.isIdle() && waiting.isEmpty()) {
                    snapshots.step(statements);
                }
                housekeeping.run(statements);
            }
        } catch (SQLException e) {
            rollback();
            LOG.error("Keeping house failed and is tried again: {}", e.getMessage());
        }
    }

    private void writeAllSnapshots() throws SQLException {
        while (!snapshots.isIdle()) {
            snapshots.step(statements);
        }
    }

    /** Forces to disk what was committed without; a forced commit covers all before it. */
    private void force() throws SQLException {
        if (unforced) {
            statements.begin(true);
            PreparedStatement touch = statements.prepare(TOUCH);
            touch.setString(1, "forced");
            touch.executeUpdate();
            statements.commit();
            unforced = false;
        }
    }

    /** Writes everything that waits and all snapshots, then stops. */
    @Override
    public void close() {
        closing.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            closing.writeLock().unlock();
        }
        stopping = true;
        // Wakes the writer, which may be waiting for something to write.
        waiting.add(Write.nothing());
        if (thread.isAlive()) {
            joinThread();
            finish();
        }
        try {
            statements.close();
        } catch (SQLException e) {
            LOG.error("Closing the writer's connection failed", e);
        }
    }

    private void joinThread() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish() {
        try {
            writeAllSnapshots();
            force();
            statements.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            rollback();
            LOG.error("The last snapshots could not be written; the journal has everything", e);
        }
    }
}
