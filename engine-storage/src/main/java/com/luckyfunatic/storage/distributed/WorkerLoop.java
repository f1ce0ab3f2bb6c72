package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does one thing over and over: at once while there is something to do, now and then
 * while there is not, and again a moment after it failed. Thread-safe.
 */
final class WorkerLoop implements AutoCloseable {
    static final long RETRY_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(WorkerLoop.class);
    private static final Duration INTERRUPTED_AFTER = Duration.ofSeconds(10);

    private final String name;
    private final Turn turn;
    private final Runnable failed;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /** What is done over and over. */
    @FunctionalInterface
    interface Turn {
        /** Does it once and returns how many milliseconds to wait until the next time. */
        long take();
    }

    private WorkerLoop(String name, Turn turn, Runnable failed) {
        this.name = name;
        this.turn = turn;
        this.failed = failed;
        thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /**
     * @param failed is told when a turn failed
     */
    static WorkerLoop start(String name, Turn turn, Runnable failed) {
        WorkerLoop loop = new WorkerLoop(name, turn, failed);
        loop.thread.start();
        return loop;
    }

    private void run() {
        long pause = 0;
        while (!isStopping(pause)) {
            try {
                pause = turn.take();
            } catch (StorageException e) {
                failed.run();
                LOG.warn("{} waits, because a database is away: {}", name, e.getMessage());
                pause = RETRY_MILLIS;
            } catch (RuntimeException e) {
                failed.run();
                LOG.error("{} failed and is tried again", name, e);
                pause = RETRY_MILLIS;
            }
        }
    }

    private boolean isStopping(long pauseMillis) {
        try {
            return stopping.await(pauseMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Says that there shall be no more turns; {@link #close} waits for the one under way. */
    void stop() {
        stopping.countDown();
    }

    /** Stops after the turn under way, which is interrupted if it takes too long. */
    @Override
    public void close() {
        stop();
        boolean interrupted = false;
        boolean joined = false;
        while (!joined) {
            try {
                joined = thread.join(INTERRUPTED_AFTER);
                if (!joined) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
