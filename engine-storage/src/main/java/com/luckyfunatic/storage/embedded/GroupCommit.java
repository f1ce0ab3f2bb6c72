package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.embedded.EmbeddedSettings.Forcing;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
final class GroupCommit implements Resources.Resource {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final long HOUSEKEEPING_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int WAITING_MAX = 100_000;
    private static final long IDLE = 0;

    /** Something done about once a second between transactions. */
    interface Housekeeping {
        void run(WriterStatements statements) throws SQLException;
    }

    private final WriterStatements statements;
    private final Forcing forcing;
    private final LogForcing logForcing;
    private final WriterObserver observer;
    private final WriteQueue waiting = new WriteQueue();

    /** Read-held while submitting, write-held while closing, so that nothing is left behind. */
    private final ReentrantReadWriteLock closing = new ReentrantReadWriteLock();

    private boolean closed;
    private volatile boolean stopping;

    /** Whether memory and file may differ; only opening the store again helps. */
    private volatile boolean broken;

    /** When the transaction that is being written began, or {@link #IDLE}. */
    private volatile long writingSince = IDLE;

    private final Thread thread;

    private SnapshotPass snapshots;
    private Positions positions;
    private long snapshotsNotBefore = System.nanoTime();
    private Housekeeping housekeeping = _ -> {};
    private final WriterRequests snapshotRequests = new WriterRequests();
    private final WriterRequests probeRequests = new WriterRequests();
    private long nextHousekeeping = System.nanoTime();
    private boolean wroteSinceHousekeeping;

    @SuppressWarnings("NullAway.Init")
    GroupCommit(
            WriterStatements statements,
            Forcing forcing,
            LogForcing logForcing,
            WriterObserver observer) {
        this.logForcing = logForcing;
        this.statements = statements;
        this.forcing = forcing;
        this.observer = observer;
        thread = Thread.ofPlatform().name("funatic-writer").daemon().unstarted(this::run);
    }

    /** Starts the thread. */
    void start(SnapshotPass newSnapshots, Positions newPositions, Housekeeping newHousekeeping) {
        snapshots = newSnapshots;
        positions = newPositions;
        housekeeping = newHousekeeping;
        thread.start();
    }

    /**
     * Queues {@code write}.
     *
     * @throws StorageUnavailableException when the store is closed or broken, or the writer has
     *     been stuck for seconds: better refused at once than waited for
     */
    void submit(Write write) {
        refuseIfUnusable();
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

    private void refuseIfUnusable() {
        if (broken) {
            throw new StorageUnavailableException("the store is broken until it is opened again");
        }
        long since = writingSince;
        if (waiting.size() >= WAITING_MAX
                || (since != IDLE && System.nanoTime() - since > STUCK_NANOS)) {
            throw new StorageUnavailableException("the disk does not keep up");
        }
    }

    /** How many writes wait. */
    int waiting() {
        return waiting.size();
    }

    /** Writes all snapshots that lag behind; done when they are committed. */
    CompletableFuture<@Nullable Void> requestSnapshots() {
        CompletableFuture<@Nullable Void> request = snapshotRequests.add();
        submit(Write.nothing());
        return request;
    }

    /** Finds out, between transactions, whether there is room for a change. */
    CompletableFuture<@Nullable Void> requestProbe() {
        CompletableFuture<@Nullable Void> request = probeRequests.add();
        submit(Write.nothing());
        return request;
    }

    private void run() {
        while (!stopping || !waiting.isEmpty()) {
            List<Write> batch = take();
            if (!batch.isEmpty()) {
                wroteSinceHousekeeping = true;
                write(batch);
            }
            betweenTransactions();
        }
        finish();
    }

    private List<Write> take() {
        long patience = broken || !isSnapshotDue() ? nextHousekeeping - System.nanoTime() : 0;
        try {
            return waiting.take(Math.max(0, patience));
        } catch (InterruptedException e) {
            LOG.warn("The writer was interrupted and goes on; close the store to stop it");
            return List.of();
        }
    }

    private void write(List<Write> batch) {
        List<Write> valid = new ArrayList<>(batch.size());
        boolean forced = forcing == Forcing.ALWAYS;
        for (Write write : batch) {
            if (write.isVoid()) {
                write.completeExceptionally(
                        new StorageUnavailableException(
                                "an earlier change of the player was not kept"));
            } else {
                valid.add(write);
                forced |= write.isForced();
            }
        }
        long positionBefore = positions.last();
        long began = System.nanoTime();
        long took;
        writingSince = began;
        try {
            commit(valid, forced);
            if (!forced) {
                logForcing.committedUnforced();
            }
            took = System.nanoTime() - began;
        } catch (SQLException | RuntimeException | Error e) {
            positions.backTo(positionBefore);
            undo(valid, e);
            observer.failed(valid.size());
            return;
        } finally {
            writingSince = IDLE;
        }
        acknowledge(valid);
        observer.committed(valid.size(), forced, took);
    }

    private void commit(List<Write> writes, boolean forced) throws SQLException {
        if (broken) {
            throw new SQLException("the store is broken; close it and open it again");
        }
        statements.begin(forced);
        for (Write write : writes) {
            write.apply(statements);
        }
        statements.commit();
    }

    private void undo(List<Write> writes, Throwable reason) {
        if (!rollback() || reason instanceof Error) {
            broken = true;
        }
        String words = words(reason);
        LOG.error("Writing failed, {} writes are not kept: {}", writes.size(), words);
        for (Write write : writes) {
            write.failed();
        }
        StorageException unavailable =
                new StorageUnavailableException("writing failed: " + words, reason);
        for (Write write : writes) {
            write.completeExceptionally(unavailable);
        }
    }

    private void acknowledge(List<Write> writes) {
        try {
            for (Write write : writes) {
                write.committed();
            }
        } catch (RuntimeException | Error e) {
            // Memory and file may differ now, and nothing may be decided on it any more.
            broken = true;
            LOG.error("The store is broken: close it and open it again", e);
            StorageException unknown =
                    new StorageUnavailableException("written, but the store broke then", e);
            writes.forEach(write -> write.completeExceptionally(unknown));
            return;
        }
        for (Write write : writes) {
            write.complete();
        }
    }

    /** Returns whether no transaction is left open. */
    private boolean rollback() {
        try {
            statements.rollback();
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.error("Rolling back failed; the store is broken until it is opened again", e);
            return false;
        }
    }

    private boolean isSnapshotDue() {
        return snapshots.isDue() && System.nanoTime() - snapshotsNotBefore >= 0;
    }

    private void serveProbeRequests() {
        if (probeRequests.isEmpty()) {
            return;
        }
        try {
            WritableProbe.write(statements);
            probeRequests.complete();
        } catch (SQLException | RuntimeException e) {
            if (!rollback()) {
                broken = true;
            }
            probeRequests.fail(
                    new StorageUnavailableException("nothing can be written: " + words(e), e));
        }
    }

    private static String words(Throwable reason) {
        return Database.isFull(reason) ? "the disk is full" : String.valueOf(reason.getMessage());
    }

    private void betweenTransactions() {
        if (broken) {
            // Memory may lack what the file has: a snapshot would note it as done.
            nextHousekeeping = System.nanoTime() + HOUSEKEEPING_NANOS;
            refuseRequests();
            return;
        }
        serveProbeRequests();
        try {
            if (System.nanoTime() - nextHousekeeping >= 0) {
                nextHousekeeping = System.nanoTime() + HOUSEKEEPING_NANOS;
                housekeeping.run(statements);
                if (!wroteSinceHousekeeping && !snapshots.isIdle()) {
                    // Nobody plays: a good moment. In a busy second it would cost each change more
                    // than writing the change itself.
                    snapshots.step(statements);
                }
                wroteSinceHousekeeping = false;
            }
            serveSnapshotRequests();
            if (isSnapshotDue()) {
                do {
                    snapshots.step(statements);
                } while (snapshots.isBehind());
            }
        } catch (SQLException | RuntimeException | Error e) {
            if (!rollback() || e instanceof Error) {
                broken = true;
            }
            snapshotsNotBefore = System.nanoTime() + HOUSEKEEPING_NANOS;
            LOG.error("Keeping house failed and is tried again in a second", e);
            failSnapshotRequests(e);
        }
    }

    private void refuseRequests() {
        StorageException broke =
                new StorageUnavailableException("the store is broken until it is opened again");
        snapshotRequests.fail(broke);
        probeRequests.fail(broke);
    }

    private void serveSnapshotRequests() throws SQLException {
        if (!snapshotRequests.isEmpty()) {
            writeAllSnapshots();
            snapshotRequests.complete();
        }
    }

    private void failSnapshotRequests(Throwable reason) {
        snapshotRequests.fail(
                new StorageUnavailableException("snapshots could not be written", reason));
    }

    private void writeAllSnapshots() throws SQLException {
        while (!snapshots.isIdle()) {
            snapshots.step(statements);
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
        try (statements) {
            joinThread();
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

    /**
     * The writer's last act: were it the closer's, a writer that ended sooner would leave it
     * undone.
     */
    private void finish() {
        try {
            if (broken) {
                refuseRequests();
            } else {
                serveSnapshotRequests();
                writeAllSnapshots();
            }
            statements.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException | RuntimeException e) {
            rollback();
            LOG.error("The last snapshots could not be written; the journal has everything", e);
            failSnapshotRequests(e);
        }
    }
}
