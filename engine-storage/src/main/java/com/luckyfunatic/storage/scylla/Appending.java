package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.cql.Statement;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one append on their way. Sending is for one thread and waits for a permit;
 * after the first failure nothing more is sent. Ends when everything that was sent has been
 * answered.
 */
final class Appending {
    private final Requests requests;
    private final Semaphore permits;
    private final Duration patience;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

    /** What has not been answered, and one for the sender until it has sent everything. */
    private final AtomicInteger open = new AtomicInteger(1);

    /**
     * @param permits one for each statement on its way
     * @param patience how long to wait for a permit
     */
    Appending(Requests requests, Semaphore permits, Duration patience) {
        this.requests = requests;
        this.permits = permits;
        this.patience = patience;
    }

    /** Sends a statement, unless one has failed; {@code stored} runs when it is stored. */
    void send(Statement<?> statement, Runnable stored) {
        if (failure.get() != null || !acquire()) {
            return;
        }
        open.incrementAndGet();
        requests.send(statement)
                .whenComplete((_, error) -> {
                    permits.release();
                    if (error == null) {
                        stored.run();
                    } else {
                        fail(error);
                    }
                    close();
                });
    }

    private boolean acquire() {
        try {
            if (permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            fail(new StorageUnavailableException("the audit database is too slow: " + patience));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new StorageUnavailableException("interrupted while writing the audit trail", e));
        }
        return false;
    }

    private void fail(Throwable error) {
        failure.compareAndSet(null, error);
    }

    /** Says that everything is sent. The stage completes when everything is answered. */
    CompletableFuture<@Nullable Void> allSent() {
        close();
        return done;
    }

    private void close() {
        if (open.decrementAndGet() == 0) {
            Throwable error = failure.get();
            if (error == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(DriverErrors.translate(error));
            }
        }
    }
}
