package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job that carries out commands which a player's change calls for, on another player, such as
 * the reward for a friend, or on the same one later, such as the completion of a quest: soon after
 * a change, and every second for those that have become due, or that a crash or another server
 * left. Thread-safe.
 */
@Singleton
public final class FollowUpJob {
    private static final Logger LOG = LoggerFactory.getLogger(FollowUpJob.class);

    /** How many changes share one look at the queue. */
    private static final Duration SOON = Duration.ofMillis(100);

    private static final int BATCH = 100;

    private final GameEngine engine;
    private final TaskScheduler scheduler;
    private final boolean enabled;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile boolean stopping;

    FollowUpJob(
            GameEngine engine,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
            Settings settings) {
        this.engine = engine;
        this.scheduler = scheduler;
        enabled = settings.get(ServerSettings.WORKERS);
    }

    /** Looks at the queue soon, because a change may have called for something. Cheap. */
    public void mayHaveCome() {
        if (enabled && !due.get() && due.compareAndSet(false, true)) {
            try {
                var _ = scheduler.schedule(SOON, this::settleWhatIsDue);
            } catch (RejectedExecutionException e) {
                // The server is stopping; what waits is carried out after the next start.
                LOG.debug("follow-ups wait for the next start", e);
            }
        }
    }

    /** Called before the storage closes. */
    @PreDestroy
    void stop() {
        stopping = true;
    }

    private void settleWhatIsDue() {
        due.set(false);
        settle();
    }

    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void settleRegularly() {
        if (enabled) {
            settle();
        }
    }

    /** Carries out everything that waits and can be. */
    private void settle() {
        try {
            int settled = BATCH;
            while (settled > 0 && !stopping) {
                settled = engine.settleFollowUps(BATCH);
            }
        } catch (StorageUnavailableException e) {
            LOG.warn("follow-ups wait, because a store is away: {}", e.getMessage());
        } catch (RuntimeException e) {
            // They stay in the queue; the next round tries again.
            LOG.error("follow-ups could not be carried out", e);
        }
    }
}
