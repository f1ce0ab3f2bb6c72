package com.luckyfunatic.server.error;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Writes failures of requests into the log, one line each. While a storage is away every request
 * fails alike, so its stack trace is written once a minute at most. Thread-safe.
 */
final class FailureLog {
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Logger log;
    private final LongSupplier nanoTime;
    private final AtomicLong quietUntil;

    /**
     * Writes to {@code log}.
     *
     * @param nanoTime a clock such as {@link System#nanoTime()}
     */
    FailureLog(Logger log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        this.quietUntil = new AtomicLong(nanoTime.getAsLong());
    }

    /** Writes why {@code code} was answered to a request. */
    void write(ProblemCode code, String method, String path, Throwable cause) {
        if (isStorageAway(code, cause) && !mayShowStack()) {
            log.warn("{} answered for {} {}: {}", code.word(), method, path, cause.getMessage());
        } else {
            log.warn("{} answered for {} {}", code.word(), method, path, cause);
        }
    }

    private static boolean isStorageAway(ProblemCode code, Throwable cause) {
        return code == ProblemCode.STORAGE_UNAVAILABLE
                && cause instanceof StorageUnavailableException;
    }

    private boolean mayShowStack() {
        long now = nanoTime.getAsLong();
        long until = quietUntil.get();
        return now - until >= 0 && quietUntil.compareAndSet(until, now + QUIET_NANOS);
    }
}
