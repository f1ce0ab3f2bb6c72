package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forces to disk, within a second and beside the writer, what was committed without: a disk takes
 * tens of milliseconds for a second's worth of log, and the writer must not stand still meanwhile.
 *
 * <p>What is in the write-ahead log and complete counts as committed, so forcing that file is all
 * that is needed. SQLite holds its locks on the other two files, so opening this one a second time
 * is safe. Thread-safe.
 */
final class LogForcing implements Resources.Resource {
    private static final Logger LOG = LoggerFactory.getLogger(LogForcing.class);

    /** Often, so that little waits, and a hard change in between has little to force. */
    private static final long EVERY_MILLIS = 250;

    private final Path log;
    private final ScheduledExecutorService executor;
    private final Future<?> schedule;
    private volatile boolean unforced;
    private final AtomicLong forcings = new AtomicLong();
    private @Nullable FileChannel channel;

    LogForcing(Path log) {
        this.log = log;
        executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("funatic-forcing").daemon().factory());
        schedule =
                executor.scheduleWithFixedDelay(
                        this::force, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Learns that a transaction was committed without being forced. */
    void committedUnforced() {
        if (!unforced) {
            unforced = true;
        }
    }

    /** Returns how often something was forced, for tests. */
    long forcings() {
        return forcings.get();
    }

    private void force() {
        if (!unforced) {
            return;
        }
        // Before forcing: what is committed from now on is for the next time.
        unforced = false;
        try {
            open().force(false);
            forcings.incrementAndGet();
        } catch (NoSuchFileException e) {
            LOG.debug("There is no log: everything is in the database file", e);
        } catch (IOException e) {
            unforced = true;
            LOG.error("Forcing the log to disk failed and is tried again: {}", e.getMessage());
        }
    }

    private FileChannel open() throws IOException {
        FileChannel opened = channel;
        if (opened == null) {
            opened = FileChannel.open(log, StandardOpenOption.WRITE);
            channel = opened;
        }
        return opened;
    }

    /** Forces what is left. */
    @Override
    public void close() {
        schedule.cancel(false);
        Future<?> last = executor.submit(this::force);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("Forcing the log takes long");
            } else if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new StorageUnavailableException("closing the log failed", e);
        } catch (InterruptedException e) {
            last.cancel(true);
            Thread.currentThread().interrupt();
        }
    }
}
