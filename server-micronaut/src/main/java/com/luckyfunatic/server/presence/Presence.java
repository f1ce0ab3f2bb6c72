package com.luckyfunatic.server.presence;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.ClientInfo;
import com.luckyfunatic.engine.presence.Sighting;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micronaut.http.HttpHeaders;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts who is there. A request costs a step in memory; once a second what was counted goes to the
 * storage, and once a minute what the storage holds goes to the history. Thread-safe.
 */
@Singleton
public final class Presence {
    /** The header in which a client may name its platform. */
    public static final String PLATFORM_HEADER = "X-Client-Platform";

    /** The header in which a client may name its version. */
    public static final String VERSION_HEADER = "X-Client-Version";

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private final Tally tally = new Tally();
    private final GameEngine engine;
    private final boolean flushing;

    /** Tells this process from every other, also from the one before it. */
    private final String sender = UUID.randomUUID().toString();

    /** What the storage may not have counted yet, as the batch of this number; under the lock. */
    private List<Sighting> sending = List.of();

    private long batch;

    Presence(GameEngine engine, Settings settings) {
        this.engine = engine;
        // The distributed storage flushes with its own jobs.
        flushing =
                settings.get(ServerSettings.WORKERS)
                        && settings.get(ServerSettings.STORAGE_KIND)
                                == ServerSettings.Storage.EMBEDDED;
    }

    /** Counts a request of {@code player}, now. Never blocks on the storage. */
    public void requested(PlayerId player, HttpHeaders headers) {
        ClientInfo client =
                ClientInfo.of(headers.get(PLATFORM_HEADER), headers.get(VERSION_HEADER));
        tally.add(Sighting.request(player, engine.clock().millis(), client));
    }

    /** Counts taps that were accepted, 0 or more, now. Never blocks on the storage. */
    public void tapped(PlayerId player, long taps) {
        if (taps > 0) {
            tally.add(Sighting.taps(player, engine.clock().millis(), taps));
        }
    }

    /**
     * Tells the storage what was counted so far. Blocks.
     *
     * @throws StorageUnavailableException when it is away; then the next call tells it
     */
    synchronized void send() {
        if (sending.isEmpty()) {
            sending = tally.take();
            batch++;
        }
        if (!sending.isEmpty()) {
            engine.storage().activeSessions().record(sender, batch, sending);
            sending = List.of();
        }
    }

    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void sendRegularly() {
        attempt(this::send);
    }

    @Scheduled(initialDelay = "60s", fixedRate = "60s")
    void flushRegularly() {
        if (flushing) {
            attempt(this::flush);
        }
    }

    /** Brings the history up to date. */
    void flush() {
        send();
        GameStorage storage = engine.storage();
        long flushed =
                storage.activeSessions()
                        .flush(engine.clock().millis(), storage.sessionHistory()::save);
        LOG.debug("{} sessions flushed", flushed);
    }

    /** Called before the storage closes. */
    @PreDestroy
    void stop() {
        attempt(flushing ? this::flush : this::send);
    }

    /** What fails is done the next time: nothing is forgotten before it was done. */
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (StorageUnavailableException e) {
            LOG.warn("sessions wait, because a store is away: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("sessions could not be written", e);
        }
    }
}
