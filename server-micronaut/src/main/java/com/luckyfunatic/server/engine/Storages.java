package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.server.config.DatabaseSettings;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Setting;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.storage.embedded.EmbeddedSettings;
import com.luckyfunatic.storage.embedded.EmbeddedSettings.Forcing;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the storage that the settings choose: the only place that names a concrete store. */
final class Storages {
    private static final Logger LOG = LoggerFactory.getLogger(Storages.class);

    private Storages() {}

    /**
     * Opens the storage.
     *
     * @param databases to use instead of those that the settings name; null for none
     * @throws StorageNotOpenableException when it cannot be opened as it is
     */
    static GameStorage open(
            Settings settings,
            InstantSource clock,
            MeterRegistry registry,
            @Nullable DevDatabases databases) {
        return switch (settings.get(ServerSettings.STORAGE_KIND)) {
            case EMBEDDED -> {
                warnOfUnused(settings);
                yield embedded(settings, new WriterMetrics(registry));
            }
            case DISTRIBUTED ->
                    databases == null
                            ? DistributedStores.open(settings, clock, registry)
                            : DistributedStores.open(settings, clock, registry, databases);
        };
    }

    /** Whoever names a database expects it to be used. */
    private static void warnOfUnused(Settings settings) {
        String unused =
                Stream.concat(Stream.of(ServerSettings.DEV_SERVERS), DatabaseSettings.ALL.stream())
                        .filter(settings::isGiven)
                        .map(Setting::name)
                        .collect(Collectors.joining(", "));
        if (!unused.isEmpty()) {
            LOG.warn("storage=embedded does not use what was given for distributed: {}", unused);
        }
    }

    private static GameStorage embedded(Settings settings, WriterMetrics metrics) {
        EmbeddedStorage storage =
                EmbeddedStorage.open(
                        EmbeddedSettings.in(settings.get(ServerSettings.DATA_DIR))
                                .with(
                                        switch (settings.get(ServerSettings.DURABILITY)) {
                                            case EVERYSEC -> Forcing.EVERY_SECOND;
                                            case ALWAYS -> Forcing.ALWAYS;
                                        })
                                .withJournalKept(settings.get(ServerSettings.JOURNAL_KEPT))
                                .with(metrics));
        metrics.watch(storage);
        return storage;
    }
}
