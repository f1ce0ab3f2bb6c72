package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the driver reports, as the engine's exceptions. Whatever the database answers is taken as
 * its being unavailable, also a refusal: the statements are ours and the values checked, so it is
 * the database that has to be put right, and the same call then succeeds.
 */
final class DriverErrors {
    /** What a request may take beyond its own limit before it is given up here. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private DriverErrors() {}

    /** Returns what to throw for {@code failure}. */
    static StorageException translate(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof StorageException known
                ? known
                : new StorageUnavailableException(
                        "the audit database: " + cause.getMessage(), cause);
    }

    /**
     * Waits for a request that itself gives up after {@code limit}.
     *
     * @throws StorageUnavailableException when it failed or did not end
     */
    static <T> T await(CompletionStage<T> request, Duration limit) {
        try {
            return request.toCompletableFuture()
                    .get(limit.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw translate(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new StorageUnavailableException(
                    "the audit database did not answer within " + limit, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException(
                    "interrupted while waiting for the audit database", e);
        }
    }
}
