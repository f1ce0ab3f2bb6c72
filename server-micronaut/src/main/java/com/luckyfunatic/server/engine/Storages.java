package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.storage.embedded.EmbeddedSettings;
import com.luckyfunatic.storage.embedded.EmbeddedSettings.Forcing;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;

/** Opens the storage that the settings choose: the only place that names a concrete store. */
final class Storages {
    private Storages() {}

    /**
     * Opens the storage.
     *
     * @throws StorageNotOpenableException when it cannot be opened as it is
     */
    static GameStorage open(Settings settings) {
        return switch (settings.get(ServerSettings.STORAGE_KIND)) {
            case EMBEDDED -> EmbeddedStorage.open(embedded(settings));
            case DISTRIBUTED ->
                    throw new StorageNotOpenableException(
                            "this version has no distributed storage; use storage=embedded");
        };
    }

    private static EmbeddedSettings embedded(Settings settings) {
        return EmbeddedSettings.in(settings.get(ServerSettings.DATA_DIR))
                .with(
                        switch (settings.get(ServerSettings.DURABILITY)) {
                            case EVERYSEC -> Forcing.EVERY_SECOND;
                            case ALWAYS -> Forcing.ALWAYS;
                        });
    }
}
