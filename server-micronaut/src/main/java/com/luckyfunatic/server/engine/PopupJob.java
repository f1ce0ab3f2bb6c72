package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job that begins a wave of popups when one is due. It asks once a minute: of several servers,
 * and however often they start, one begins each wave.
 */
@Singleton
final class PopupJob {
    private static final Logger LOG = LoggerFactory.getLogger(PopupJob.class);

    private final GameEngine engine;
    private final boolean enabled;

    PopupJob(GameEngine engine, Settings settings) {
        this.engine = engine;
        enabled = settings.get(ServerSettings.WORKERS);
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "1m")
    void beginWaveWhenDue() {
        if (!enabled) {
            return;
        }
        try {
            if (engine.beginPopupWave()) {
                LOG.debug("a wave of popups began");
            }
        } catch (StorageUnavailableException e) {
            LOG.warn("popups wait, because a store is away: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("popups could not be raised", e);
        }
    }
}
