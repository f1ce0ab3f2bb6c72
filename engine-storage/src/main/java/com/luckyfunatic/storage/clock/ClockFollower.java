package com.luckyfunatic.storage.clock;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link SharedClock} on its database until it is closed, and logs when that fails and when
 * it succeeds again. Other clocks are left alone. Thread-safe.
 */
public final class ClockFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClockFollower.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final @Nullable ScheduledExecutorService scheduler;

    private ClockFollower(@Nullable ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Sets {@code clock}, if it is one that can be shared, and goes on setting it.
     *
     * @param databaseMillis asks the database for its time, epoch milliseconds
     */
    public static ClockFollower begin(InstantSource clock, LongSupplier databaseMillis) {
        if (!(clock instanceof SharedClock shared)) {
            return new ClockFollower(null);
        }
        Refresh refresh = new Refresh(shared, shared.follow(databaseMillis));
        if (!refresh.wasRead) {
            LOG.warn("the clock of MySQL could not be read in time: this machine's is used");
        }
        ScheduledExecutorService scheduler =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("shared-clock").factory());
        var _ =
                scheduler.scheduleWithFixedDelay(
                        refresh, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return new ClockFollower(scheduler);
    }

    @Override
    public void close() {
        if (scheduler != null) {
            scheduler.shutdownNow();
        }
    }

    /** One reading more. Never throws: the scheduler would forget a task that does. */
    private static final class Refresh implements Runnable {
        private final SharedClock clock;
        private boolean wasRead;

        Refresh(SharedClock clock, boolean wasRead) {
            this.clock = clock;
            this.wasRead = wasRead;
        }

        @Override
        public void run() {
            try {
                tell(clock.refresh());
            } catch (RuntimeException e) {
                LOG.error("the clock of MySQL could not be asked", e);
            }
        }

        private void tell(boolean isRead) {
            if (isRead != wasRead) {
                LOG.warn(
                        isRead
                                ? "the clock of MySQL is followed again"
                                : "the clock of MySQL cannot be read in time, or has leapt, and is"
                                        + " not followed: time goes on by itself");
            }
            wasRead = isRead;
        }
    }
}
