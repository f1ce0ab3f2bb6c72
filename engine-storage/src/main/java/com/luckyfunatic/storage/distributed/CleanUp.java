package com.luckyfunatic.storage.distributed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/** Removes from MySQL what need not be kept any longer, some at a time. */
final class CleanUp implements StorageJob {
    private static final Duration REST = Duration.ofSeconds(30);

    private final JobKind kind;
    private final LongPredicate clean;
    private final InstantSource clock;

    /**
     * @param clean removes some of what is due at a moment, and returns whether there may be more
     */
    CleanUp(JobKind kind, LongPredicate clean, InstantSource clock) {
        this.kind = kind;
        this.clean = clean;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return kind;
    }

    @Override
    public int shares() {
        return 1;
    }

    @Override
    public Duration rest() {
        return REST;
    }

    @Override
    public boolean work(int share) {
        return clean.test(clock.millis());
    }

    /** Counts rounds, of some hundred rows each. */
    @Override
    public long finish(LongConsumer progress) {
        long rounds = 1;
        while (clean.test(clock.millis())) {
            progress.accept(rounds++);
        }
        progress.accept(rounds);
        return rounds;
    }
}
