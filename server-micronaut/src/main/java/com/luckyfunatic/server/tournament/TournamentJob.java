package com.luckyfunatic.server.tournament;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tournament.TournamentCare;
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
 * The job that cares for tournaments, on any storage: it announces those of the content's series,
 * settles entries that a crash has interrupted, and gives back what was paid in cancelled ones.
 * Several servers at once do no harm. Thread-safe.
 */
@Singleton
public final class TournamentJob {
    private static final Logger LOG = LoggerFactory.getLogger(TournamentJob.class);

    private final TournamentCare care;
    private final Counter announced;
    private final Counter settled;
    private final Counter refunded;
    private final boolean enabled;
    private volatile boolean stopping;

    TournamentJob(GameEngine engine, MeterRegistry registry, Settings settings) {
        care = new TournamentCare(engine);
        announced = counter(registry, "announced", "Tournaments of series that were announced");
        settled =
                counter(
                        registry,
                        "entries.settled",
                        "Entries of tournaments that were interrupted and are settled");
        refunded =
                counter(
                        registry,
                        "fees.refunded",
                        "Entry fees that were given back, because the tournament was cancelled");
        enabled = settings.get(ServerSettings.WORKERS);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder("game.tournaments." + name)
                .description(description)
                .register(registry);
    }

    /** Called before the storage closes. */
    @PreDestroy
    void stop() {
        stopping = true;
    }

    @Scheduled(initialDelay = "1s", fixedDelay = "5s")
    void care() {
        if (!enabled || stopping) {
            return;
        }
        try {
            TournamentCare.Round round = care.run();
            announced.increment(round.announced());
            settled.increment(round.settled());
            refunded.increment(round.refunded());
        } catch (StorageUnavailableException e) {
            LOG.warn("tournaments wait, because a store is away: {}", e.getMessage());
        } catch (RuntimeException e) {
            // Nothing is lost; the next round tries again.
            LOG.error("tournaments could not be cared for", e);
        }
    }
}
