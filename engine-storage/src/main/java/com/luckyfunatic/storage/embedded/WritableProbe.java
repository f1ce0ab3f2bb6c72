package com.luckyfunatic.storage.embedded;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether there is room for a change, at most once a second for all who ask: by a write
 * of no consequence, since an empty transaction would succeed on a full disk too. Thread-safe.
 */
final class WritableProbe {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String SQL =
            "INSERT OR REPLACE INTO writable_probe (id, filler) VALUES (1, randomblob(8192))";

    private final GroupCommit writer;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable CompletableFuture<@Nullable Void> last;
    private long lastAtNanos;

    /** Asks {@code writer}; {@code nanoTime} tells how long ago that was. */
    WritableProbe(GroupCommit writer, LongSupplier nanoTime) {
        this.writer = writer;
        this.nanoTime = nanoTime;
    }

    /** Returns what says whether there is room, now or less than a second ago. */
    CompletableFuture<@Nullable Void> ask() {
        lock.lock();
        try {
            CompletableFuture<@Nullable Void> present = last;
            long now = nanoTime.getAsLong();
            if (present == null || now - lastAtNanos > FRESH_NANOS) {
                present = writer.requestProbe();
                last = present;
                lastAtNanos = now;
            }
            return present;
        } finally {
            lock.unlock();
        }
    }

    /** Writes it, in a transaction of its own: what fails takes no change with it. */
    static void write(WriterStatements statements) throws SQLException {
        statements.begin(false);
        statements.prepare(SQL).execute();
        statements.commit();
    }
}
