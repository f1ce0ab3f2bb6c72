package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.raffle.RaffleRun;
import com.luckyfunatic.engine.raffle.RaffleSchedule;
import com.luckyfunatic.engine.raffle.TicketHolds;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job that opens raffles by the content, settles interrupted purchases of tickets, and brings
 * raffles that are over to their last prize. Every server does it; they do not disturb each other.
 * Thread-safe.
 */
@Singleton
public final class RaffleJob {
    private static final Logger LOG = LoggerFactory.getLogger(RaffleJob.class);

    private final RaffleSchedule schedule;
    private final HoldSweeper<TicketReservation> sweeper;
    private final RaffleRun run;
    private final Counter finished;
    private final boolean enabled;
    private volatile boolean stopping;

    RaffleJob(GameEngine engine, MeterRegistry registry, Settings settings) {
        schedule = new RaffleSchedule(engine, new SecureRandom());
        sweeper = TicketHolds.sweeper(engine.storage(), engine.clock());
        run = new RaffleRun(engine);
        finished =
                Counter.builder("game.raffles.finished")
                        .description("Raffles that this server brought to their last prize")
                        .register(registry);
        enabled = settings.get(ServerSettings.WORKERS);
    }

    /** Called before the storage closes. */
    @PreDestroy
    void stop() {
        stopping = true;
    }

    @Scheduled(initialDelay = "1s", fixedDelay = "5s")
    void work() {
        attempt("raffles could not be opened", schedule::open);
        attempt("interrupted purchases of tickets could not be settled", sweeper::sweep);
        attempt("raffles could not be run", () -> finished.increment(run.run()));
    }

    private void attempt(String failure, Runnable work) {
        if (!enabled || stopping) {
            return;
        }
        try {
            work.run();
        } catch (StorageUnavailableException e) {
            LOG.warn("raffles wait, because a store is away: {}", e.getMessage());
        } catch (RuntimeException e) {
            // What is done is kept; the next round goes on.
            LOG.error(failure, e);
        }
    }
}
