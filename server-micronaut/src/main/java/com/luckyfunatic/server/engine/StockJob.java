package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.StockHolds;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job that settles purchases from stock which a crash has interrupted, on storage of one
 * process. Distributed storage has a job of its own, which its processes share. Thread-safe.
 */
@Singleton
public final class StockJob {
    private static final Logger LOG = LoggerFactory.getLogger(StockJob.class);

    private final HoldSweeper<Reservation> sweeper;
    private final Counter settled;
    private final boolean enabled;
    private volatile boolean stopping;

    StockJob(GameEngine engine, MeterRegistry registry, Settings settings) {
        sweeper = StockHolds.sweeper(engine.storage(), engine.clock());
        settled =
                Counter.builder("game.stock.settled")
                        .description(
                                "Purchases from stock that were interrupted and that this server"
                                        + " settled, with embedded storage")
                        .register(registry);
        enabled =
                settings.get(ServerSettings.WORKERS)
                        && settings.get(ServerSettings.STORAGE_KIND)
                                == ServerSettings.Storage.EMBEDDED;
    }

    /** Called before the storage closes. */
    @PreDestroy
    void stop() {
        stopping = true;
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "5s")
    void settle() {
        if (!enabled || stopping) {
            return;
        }
        try {
            settled.increment(sweeper.sweep());
        } catch (StorageUnavailableException e) {
            LOG.warn("interrupted purchases wait, because a store is away: {}", e.getMessage());
        } catch (RuntimeException e) {
            // They stay held; the next round tries again.
            LOG.error("interrupted purchases could not be settled", e);
        }
    }
}
