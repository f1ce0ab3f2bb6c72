package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.operations.content.ReleaseWatch;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.metrics.EngineMetrics;
import com.luckyfunatic.server.metrics.MeasuredStorage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Builds the game that the server serves.
 *
 * <p>The storage is closed when the context ends: after everything that was built on it.
 */
@Factory
final class EngineFactory {
    @Singleton
    @Bean(preDestroy = "close")
    @Requires(missingBeans = GameStorage.class)
    GameStorage storage(
            Settings settings,
            InstantSource clock,
            MeterRegistry registry,
            @Nullable DevDatabases databases) {
        return Storages.open(settings, clock, registry, databases);
    }

    /** Closed after the storage, which is built on it. */
    @Singleton
    @Bean(preDestroy = "close")
    @Requires(condition = DevServersAsked.class)
    DevDatabases devDatabases(Settings settings) {
        return DevDatabases.start(settings.get(ServerSettings.DATA_DIR).resolve("dev-servers"));
    }

    @Singleton
    @Requires(missingBeans = Catalog.class)
    Catalog catalog(Settings settings) {
        Catalog catalog = Catalogs.load(settings.get(ServerSettings.CATALOG));
        if (settings.production()) {
            MinigameKeys.requireForWhatIsPlayed(catalog, settings);
        }
        return catalog;
    }

    /** Closed before the storage. */
    @Singleton
    @Bean(preDestroy = "close")
    ReleaseWatch releaseWatch(
            GameStorage storage,
            Catalog catalog,
            InstantSource clock,
            Settings settings,
            EngineMetrics metrics,
            MeterRegistry registry) {
        ReleaseWatch watch =
                ReleaseWatch.over(
                        GameEngine.builder(new MeasuredStorage(storage, metrics))
                                .clock(clock)
                                .worker(settings.get(ServerSettings.NODE_ID)),
                        storage.catalogReleases(),
                        catalog,
                        clock.millis());
        watch.start(registry);
        return watch;
    }

    /** Built with the context, so that a server without its storage does not start. */
    @Context
    GameEngine engine(ReleaseWatch watch) {
        return watch.engine();
    }
}
