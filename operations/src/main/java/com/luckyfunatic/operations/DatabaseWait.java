package com.luckyfunatic.operations;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long a program that starts waits for databases that cannot be reached yet: after a power cut
 * or with {@code docker compose up}, everything comes at once and in no order. What has to be put
 * right is not waited for.
 *
 * <p>Used by one thread.
 */
public final class DatabaseWait {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);

    private final Duration patience;
    private final Consumer<String> progress;
    private final LongSupplier nanoTime;
    private final Pause pause;

    /** Lets time pass. */
    interface Pause {
        /**
         * Returns after {@code time}.
         *
         * @throws InterruptedException when nobody wants to wait any more
         */
        void during(Duration time) throws InterruptedException;
    }

    DatabaseWait(Duration patience, Consumer<String> progress, LongSupplier nanoTime, Pause pause) {
        this.patience = patience;
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /**
     * Waits for {@code patience} at most; zero is for not at all.
     *
     * @param progress is told what is waited for: at first, whenever it is something else, and
     *     every ten seconds
     */
    public static DatabaseWait of(Duration patience, Consumer<String> progress) {
        return new DatabaseWait(patience, progress, System::nanoTime, Thread::sleep);
    }

    /** Returns the same, whose waiting ends when {@code end} has come to zero. */
    public DatabaseWait endedBy(CountDownLatch end) {
        return pausing(time -> {
            if (end.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new InterruptedException("nobody wants to wait any more");
            }
        });
    }

    /** Returns the same with another way to let time pass. */
    DatabaseWait pausing(Pause newPause) {
        return new DatabaseWait(patience, progress, nanoTime, newPause);
    }

    /**
     * Returns what {@code opener} opens, and tries again while it cannot be reached.
     *
     * @throws StorageUnavailableException when patience is at its end, or the waiting is ended
     */
    public <T> T open(Supplier<T> opener) {
        long began = nanoTime.getAsLong();
        String told = "";
        Duration toldAt = Duration.ZERO;
        while (true) {
            try {
                return opener.get();
            } catch (StorageUnavailableException e) {
                Duration waited = Duration.ofNanos(nanoTime.getAsLong() - began);
                if (waited.compareTo(patience) >= 0) {
                    throw e;
                }
                String reason = String.valueOf(e.getMessage());
                boolean due = waited.minus(toldAt).compareTo(BETWEEN_WORDS) >= 0;
                if (due || !reason.equals(told)) {
                    told = reason;
                    toldAt = waited;
                    progress.accept(
                            "waiting for the databases, %d s of %d s: %s"
                                    .formatted(waited.toSeconds(), patience.toSeconds(), reason));
                }
                pause(patience.minus(waited), e);
            }
        }
    }

    private void pause(Duration left, StorageUnavailableException reason) {
        try {
            pause.during(left.compareTo(BETWEEN_TRIES) < 0 ? left : BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason.addSuppressed(e);
            throw reason;
        }
    }
}
