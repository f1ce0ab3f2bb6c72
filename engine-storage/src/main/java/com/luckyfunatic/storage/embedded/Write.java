package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Something that waits to be written. The writer calls all methods but {@link #await}. */
abstract class Write {
    /** Of nothing to wait for. */
    static final CompletableFuture<@Nullable Void> DONE = CompletableFuture.completedFuture(null);

    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

    /** Returns a write that writes nothing: it wakes the writer. */
    static Write nothing() {
        return new Write() {
            @Override
            boolean isForced() {
                return false;
            }

            @Override
            void apply(WriterStatements statements) {}
        };
    }

    /** Whether the transaction must be forced to disk before the answer. */
    abstract boolean isForced();

    /** Whether an earlier write that this one builds on has failed. */
    boolean isVoid() {
        return false;
    }

    /** Writes it, inside a transaction. */
    abstract void apply(WriterStatements statements) throws SQLException;

    /** Learns that the transaction is committed. */
    void committed() {}

    /** Learns that nothing of it was kept. */
    void failed() {}

    /** Lets those who wait go on. */
    final void complete() {
        done.complete(null);
    }

    /** Lets those who wait fail. */
    final void completeExceptionally(StorageException reason) {
        done.completeExceptionally(reason);
    }

    /** Done, exceptionally or not, when it is as durable as it has to be. */
    final CompletableFuture<@Nullable Void> done() {
        return done;
    }

    /**
     * Waits until it is as durable as it has to be.
     *
     * @throws StorageException when it was not kept
     */
    final void await() {
        await(done);
    }

    /**
     * Waits for {@code patience} at most.
     *
     * @throws StorageException when it was not kept, or not yet written
     */
    final void await(Duration patience) {
        await(done, patience);
    }

    /**
     * Waits for {@code done}, for {@code patience} at most.
     *
     * @throws StorageException when it failed, or is not done yet
     */
    static void await(CompletableFuture<@Nullable Void> done, Duration patience) {
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new StorageUnavailableException(String.valueOf(reason.getMessage()), e);
        } catch (TimeoutException e) {
            throw new StorageUnavailableException("the writer does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while waiting to write", e);
        }
    }

    /**
     * Waits for the writes before {@code done}.
     *
     * @throws StorageException when they were not kept
     */
    static void await(CompletableFuture<@Nullable Void> done) {
        try {
            done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StorageException reason) {
                throw new StorageUnavailableException("the change could not be written", reason);
            }
            throw e;
        }
    }
}
