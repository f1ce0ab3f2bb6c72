package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.storage.embedded.EmbeddedSettings;
import com.luckyfunatic.storage.embedded.EmbeddedSettings.Forcing;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import io.micrometer.core.instrument.MeterRegistry;

/** Opens the storage that the settings choose: the only place that names a concrete store. */
final class Storages {
    private Storages() {}

    /**
     * Opens the storage.
     *
     * @throws StorageNotOpenableException when it cannot be opened as it is
     */
    static GameStorage open(Settings settings, MeterRegistry registry) {
        return switch (settings.get(ServerSettings.STORAGE_KIND)) {
            case EMBEDDED -> embedded(settings, new WriterMetrics(registry));
            case DISTRIBUTED ->
                    throw new StorageNotOpenableException(
                            "this version has no distributed storage; use storage=embedded");
        };
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
                                .with(metrics));
        metrics.watch(storage);
        return storage;
    }
}
