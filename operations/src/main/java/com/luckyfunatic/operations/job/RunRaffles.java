package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.raffle.RaffleRefunds;
import com.luckyfunatic.engine.raffle.RaffleRun;
import com.luckyfunatic.engine.raffle.RaffleSchedule;
import com.luckyfunatic.engine.raffle.TicketHolds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;

/**
 * Opens raffles by the content, settles interrupted purchases of tickets, gives back what was paid
 * in cancelled raffles, and brings those that are over to their last prize. Thread-safe.
 */
public final class RunRaffles implements Job {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final SecureRandom random = new SecureRandom();
    private final Counter finished;

    /** Counts in {@code registry}. */
    public RunRaffles(MeterRegistry registry) {
        finished =
                Counter.builder("game.raffles.finished")
                        .description("Raffles that this process brought to their last prize")
                        .register(registry);
    }

    @Override
    public String name() {
        return "run-raffles";
    }

    @Override
    public String description() {
        return "Opens raffles by the content, and draws and pays those that are over.";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    /** Does each of its parts, whatever became of the one before. */
    @Override
    public long run(GameEngine engine, Progress progress) {
        Attempts attempts = new Attempts();
        long opened = attempts.at(new RaffleSchedule(engine, random)::open);
        attempts.at(TicketHolds.sweeper(engine.storage(), engine.clock())::sweep);
        progress.done(opened);
        int done = attempts.at(new RaffleRun(engine)::run);
        finished.increment((double) done);
        progress.done(opened + done);
        // Last, because many purchases take long to give back.
        int refunded = attempts.at(new RaffleRefunds(engine)::refund);
        progress.done(opened + refunded + done);
        attempts.orThrow();
        return opened + refunded + done;
    }
}
