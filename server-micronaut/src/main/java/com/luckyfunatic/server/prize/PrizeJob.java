package com.luckyfunatic.server.prize;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.prize.PrizeRun;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.operations.ConcurrentTasks;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job that brings tournaments which are over to their end: standings, then prizes. Every server
 * does it; of several at once, each tournament is ranked and each prize paid by one. Thread-safe.
 */
@Singleton
public final class PrizeJob {
    private static final Logger LOG = LoggerFactory.getLogger(PrizeJob.class);

    /** Enough to share commits, and not so many that players' own commands wait for them. */
    private static final int AT_ONCE = 64;

    private final ExecutorService payments =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    private final PrizeRun prizes;
    private final Counter ranked;
    private final Counter done;
    private final Counter paid;
    private final boolean enabled;
    private volatile boolean stopping;

    PrizeJob(GameEngine engine, MeterRegistry registry, Settings settings) {
        prizes = new PrizeRun(engine, new ConcurrentTasks(payments));
        ranked =
                Counter.builder("game.tournaments.ranked")
                        .description("Tournaments whose final standings this server has written")
                        .register(registry);
        done =
                Counter.builder("game.tournaments.done")
                        .description("Tournaments that this server has brought to their end")
                        .register(registry);
        paid =
                Counter.builder("game.prizes.paid")
                        .description("Prizes that this server has paid, or found paid")
                        .register(registry);
        enabled = settings.get(ServerSettings.WORKERS);
    }

    /** Called before the storage closes. */
    @PreDestroy
    void stop() {
        stopping = true;
        payments.shutdown();
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "${funatic.prize-run-pause}")
    void runRegularly() {
        if (enabled && !stopping) {
            run();
        }
    }

    /** Takes every tournament that is over as far as it can go now. */
    public void run() {
        try {
            PrizeRun.Round round = prizes.run();
            ranked.increment(round.ranked());
            done.increment(round.done());
            paid.increment((double) round.paid());
            if (!round.isIdle()) {
                LOG.info(
                        "tournaments: {} ranked, {} prizes paid, {} done",
                        round.ranked(),
                        round.paid(),
                        round.done());
            }
            round.orThrow();
        } catch (StorageUnavailableException e) {
            LOG.warn("prizes wait, because a store is away: {}", e.getMessage());
        } catch (RuntimeException e) {
            // What was not paid stays open; the next round tries again.
            LOG.error("prizes could not all be paid", e);
        }
    }
}
