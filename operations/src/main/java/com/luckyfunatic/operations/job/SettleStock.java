package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.stock.StockHolds;
import com.luckyfunatic.storage.distributed.JobKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * Settles purchases from stock which a crash has interrupted, on any storage. The distributed one
 * brings a job of its own of this name, which its processes run instead. Thread-safe.
 */
public final class SettleStock implements Job {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Counter settled;

    /** Counts in {@code registry}. */
    public SettleStock(MeterRegistry registry) {
        settled =
                Counter.builder("game.stock.settled")
                        .description(
                                "Purchases from stock that were interrupted and that this server"
                                        + " settled, with embedded storage")
                        .register(registry);
    }

    @Override
    public String name() {
        return JobKind.SETTLE_STOCK.word();
    }

    @Override
    public String description() {
        return JobKind.SETTLE_STOCK.description();
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public long run(GameEngine engine, Progress progress) {
        int done = StockHolds.sweeper(engine.storage(), engine.clock()).sweep();
        settled.increment(done);
        progress.done(done);
        return done;
    }
}
