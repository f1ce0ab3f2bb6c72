package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.prize.PrizeRun;
import com.luckyfunatic.operations.ConcurrentTasks;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings tournaments which are over to their end: standings, then prizes. Of several at once, each
 * tournament is ranked and each prize paid by one. Thread-safe.
 */
public final class PayPrizes implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(PayPrizes.class);

    /** Enough to share commits, and not so many that players' own commands wait for them. */
    private static final int AT_ONCE = 64;

    private final Duration pause;
    private final Counter ranked;
    private final Counter done;
    private final Counter paid;
    private final Counter failures;

    /**
     * Counts in {@code registry}.
     *
     * @param pause between rounds
     */
    public PayPrizes(MeterRegistry registry, Duration pause) {
        this.pause = pause;
        ranked =
                counter(
                        registry,
                        "game.tournaments.ranked",
                        "Tournaments whose final standings this process has written");
        done =
                counter(
                        registry,
                        "game.tournaments.done",
                        "Tournaments that this process has brought to their end");
        paid =
                counter(
                        registry,
                        "game.prizes.paid",
                        "Prizes that this process has paid, or found paid");
        failures =
                counter(
                        registry,
                        "game.prizes.failures",
                        "Rounds in which a tournament could not be ranked or paid to its end");
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    @Override
    public String name() {
        return "pay-prizes";
    }

    @Override
    public String description() {
        return "Writes the final standings of tournaments that are over, and pays their prizes.";
    }

    @Override
    public Duration pause() {
        return pause;
    }

    @Override
    public long run(GameEngine engine, Progress progress) {
        try (var payments = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            PrizeRun.Round round = new PrizeRun(engine, new ConcurrentTasks(payments)).run();
            ranked.increment(round.ranked());
            done.increment(round.done());
            paid.increment((double) round.paid());
            if (!round.isIdle()) {
                LOG.info(
                        "tournaments: {} ranked, {} prizes paid, {} done",
                        round.ranked(),
                        round.paid(),
                        round.done());
            }
            progress.done(round.paid());
            if (round.failure() != null) {
                failures.increment();
            }
            round.orThrow();
            return round.paid();
        }
    }
}
