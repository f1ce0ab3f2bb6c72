package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.platform.TransferGateway;
import com.luckyfunatic.engine.platform.TransferSender;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;

/**
 * Takes care of transfers to the platform; of several at once, one takes each step. Thread-safe.
 */
public final class SendTransfers implements Job {
    /** Few, so that a server that stops leaves few behind which are neither sent nor not. */
    private static final int AT_ONCE = 10;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TransferGateway gateway;
    private final SecureRandom random = new SecureRandom();
    private final Counter confirmed;
    private final Counter givenBack;
    private final Counter unknown;
    private final Counter contradicted;

    /** Sends through {@code gateway}, and counts in {@code registry}. */
    public SendTransfers(TransferGateway gateway, MeterRegistry registry) {
        this.gateway = gateway;
        confirmed = counter(registry, "confirmed");
        givenBack = counter(registry, "given_back");
        unknown = counter(registry, "unknown");
        contradicted = contradicted(registry);
    }

    /** Counts transfers of which the platform says otherwise than was decided. */
    public static Counter contradicted(MeterRegistry registry) {
        return counter(registry, "contradicted");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("game.transfers")
                .description("Steps of transfers to the platform that this server has taken")
                .tag("outcome", outcome)
                .register(registry);
    }

    @Override
    public String name() {
        return "send-transfers";
    }

    @Override
    public String description() {
        return "Takes a step with every transfer to the platform that is due.";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public long run(GameEngine engine, Progress progress) {
        TransferSender sender = new TransferSender(engine, gateway, random);
        long taken = 0;
        int seen;
        do {
            TransferSender.Round round = sender.run(AT_ONCE);
            confirmed.increment(round.confirmed());
            givenBack.increment(round.givenBack());
            unknown.increment(round.unknown());
            contradicted.increment(round.contradicted());
            seen = round.seen();
            taken += seen;
            progress.done(taken);
        } while (seen == AT_ONCE && !progress.isStopping());
        return taken;
    }
}
