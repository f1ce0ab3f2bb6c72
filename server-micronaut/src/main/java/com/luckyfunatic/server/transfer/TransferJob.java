package com.luckyfunatic.server.transfer;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.platform.TransferSender;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job that takes care of transfers to the platform, once a second. Of several servers, one
 * takes each step. Without a platform in the settings there is nothing to do. Thread-safe.
 */
@Singleton
public final class TransferJob {
    private static final Logger LOG = LoggerFactory.getLogger(TransferJob.class);

    /** Few, so that a server that stops leaves few behind which are neither sent nor not. */
    private static final int AT_ONCE = 10;

    private final @Nullable TransferSender sender;
    private final boolean enabled;
    private final Counter confirmed;
    private final Counter givenBack;
    private final Counter unknown;
    private volatile boolean stopping;

    TransferJob(
            GameEngine engine,
            @Nullable PlatformApi platform,
            MeterRegistry registry,
            Settings settings) {
        sender = platform == null ? null : new TransferSender(engine, platform, new SecureRandom());
        enabled = settings.get(ServerSettings.WORKERS);
        confirmed = counter(registry, "confirmed");
        givenBack = counter(registry, "given_back");
        unknown = counter(registry, "unknown");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("game.transfers")
                .description("Steps of transfers to the platform that this server has taken")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Called before the storage closes. */
    @PreDestroy
    void stop() {
        stopping = true;
    }

    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void sendRegularly() {
        if (enabled) {
            send();
        }
    }

    /** Takes a step with every transfer that is due. */
    public void send() {
        if (sender == null) {
            return;
        }
        try {
            int seen = AT_ONCE;
            while (seen == AT_ONCE && !stopping) {
                TransferSender.Round round = sender.run(AT_ONCE);
                confirmed.increment(round.confirmed());
                givenBack.increment(round.givenBack());
                unknown.increment(round.unknown());
                seen = round.seen();
            }
        } catch (StorageUnavailableException e) {
            LOG.warn("transfers wait, because a store is away: {}", e.getMessage());
        } catch (RuntimeException e) {
            // They stay in the outbox; the next round tries again.
            LOG.error("transfers could not be taken care of", e);
        }
    }
}
