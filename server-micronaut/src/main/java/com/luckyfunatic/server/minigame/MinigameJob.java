package com.luckyfunatic.server.minigame;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.id.SnowflakeIds;
import com.luckyfunatic.engine.minigame.MinigameDefinition;
import com.luckyfunatic.engine.minigame.Minigames;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job that sends minigames' recorded scores to the boards again, so that those count which a
 * crash, or a store that lost its last moments, kept from their board. Any number of processes may
 * do so at once. Thread-safe.
 */
@Singleton
public final class MinigameJob {
    /** How far back the first round looks: what came before was sent by other processes. */
    static final Duration FIRST = Duration.ofHours(1);

    /** How far each round looks behind the one before. */
    static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(MinigameJob.class);

    private final GameEngine engine;
    private final Minigames minigames;
    private final boolean enabled;
    private long sentUntilMillis;
    private volatile boolean stopping;

    MinigameJob(GameEngine engine, Minigames minigames, Settings settings) {
        this.engine = engine;
        this.minigames = minigames;
        enabled = settings.get(ServerSettings.WORKERS);
        sentUntilMillis = engine.clock().millis() - FIRST.toMillis();
    }

    /** Called before the storage closes. */
    @PreDestroy
    void stop() {
        stopping = true;
    }

    @Scheduled(initialDelay = "10s", fixedDelay = "1m")
    void run() {
        if (!enabled || stopping) {
            return;
        }
        try {
            resend();
        } catch (StorageUnavailableException e) {
            LOG.warn("scores wait for their boards, because a store is away: {}", e.getMessage());
        } catch (RuntimeException e) {
            // The next round begins where this one began.
            LOG.error("scores could not be sent to their boards again", e);
        }
    }

    synchronized void resend() {
        long now = engine.clock().millis();
        long since = SnowflakeIds.lastAt(sentUntilMillis - OVERLAP.toMillis());
        for (MinigameDefinition game : engine.catalog().minigames()) {
            boolean lost = engine.storage().leaderboards().find(game.board()).isEmpty();
            minigames.boards().resend(game, lost ? 0 : since);
        }
        sentUntilMillis = now;
    }
}
