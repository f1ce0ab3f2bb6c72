package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.StorageException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Those who wait for something that the writer does between transactions. Thread-safe. */
final class WriterRequests {
    private final Queue<CompletableFuture<@Nullable Void>> waiting = new ConcurrentLinkedQueue<>();

    /** Returns what is done when the writer has done it. */
    CompletableFuture<@Nullable Void> add() {
        CompletableFuture<@Nullable Void> request = new CompletableFuture<>();
        waiting.add(request);
        return request;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Tells all who wait that it is done. */
    void complete() {
        for (var each = waiting.poll(); each != null; each = waiting.poll()) {
            each.complete(null);
        }
    }

    /** Tells all who wait why it cannot be done. */
    void fail(StorageException reason) {
        for (var each = waiting.poll(); each != null; each = waiting.poll()) {
            each.completeExceptionally(reason);
        }
    }
}
