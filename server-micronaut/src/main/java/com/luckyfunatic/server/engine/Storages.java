package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Setting;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.storage.embedded.EmbeddedSettings;
import com.luckyfunatic.storage.embedded.EmbeddedSettings.Forcing;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the storage that the settings choose: the only place that names a concrete store. */
final class Storages {
    private static final Logger LOG = LoggerFactory.getLogger(Storages.class);

    private static final List<Setting<?>> DISTRIBUTED_ONLY =
            List.of(
                    ServerSettings.DEV_SERVERS,
                    ServerSettings.MYSQL_URL,
                    ServerSettings.MYSQL_USER,
                    ServerSettings.MYSQL_PASSWORD,
                    ServerSettings.REDIS_URL,
                    ServerSettings.SCYLLA_CONTACT_POINTS,
                    ServerSettings.SCYLLA_DATACENTER,
                    ServerSettings.SCYLLA_KEYSPACE);

    private Storages() {}

    /**
     * Opens the storage.
     *
     * @throws StorageNotOpenableException when it cannot be opened as it is
     */
    static GameStorage open(Settings settings, InstantSource clock, MeterRegistry registry) {
        return switch (settings.get(ServerSettings.STORAGE_KIND)) {
            case EMBEDDED -> {
                warnOfUnused(settings);
                yield embedded(settings, new WriterMetrics(registry));
            }
            case DISTRIBUTED ->
                    settings.get(ServerSettings.DEV_SERVERS)
                            ? onDevDatabases(settings, clock, registry)
                            : DistributedStores.open(settings, clock, registry);
        };
    }

    private static GameStorage onDevDatabases(
            Settings settings, InstantSource clock, MeterRegistry registry) {
        DevDatabases databases =
                DevDatabases.start(settings.get(ServerSettings.DATA_DIR).resolve("dev-servers"));
        try {
            return new OwningStorage(
                    DistributedStores.open(settings, clock, registry, databases), databases);
        } catch (RuntimeException e) {
            databases.close();
            throw e;
        }
    }

    /** Whoever names a database expects it to be used. */
    private static void warnOfUnused(Settings settings) {
        String unused =
                DISTRIBUTED_ONLY.stream()
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
