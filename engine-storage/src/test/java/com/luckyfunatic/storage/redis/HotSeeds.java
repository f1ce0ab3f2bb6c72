package com.luckyfunatic.storage.redis;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The seeds that scripts are compared with the rules on.
 *
 * @param first the first of them
 * @param last the last
 */
record HotSeeds(long first, long last) {
    /** Names the system property with the number of seeds. */
    static final String PROPERTY = "funatic.hot.seeds";

    private static final Logger LOG = LoggerFactory.getLogger(HotSeeds.class);

    /** How many seeds lie between two lines that say how far a long run is. */
    private static final long TOLD = 1_000;

    /** Returns 2 000, or as many as the system property says. */
    static HotSeeds all() {
        return new HotSeeds(1, Long.getLong(PROPERTY, 2_000));
    }

    /** Returns as many others, so that not the same is looked at twice. */
    static HotSeeds others() {
        long count = all().last();
        return new HotSeeds(count + 1, 2 * count);
    }

    /** Returns the first quarter of these. */
    HotSeeds quarter() {
        return new HotSeeds(first, first + (last - first + 1) / 4 - 1);
    }

    /** Runs {@code twin} on each, or on those that {@code turn} gives to this caller. */
    void forEach(Turn turn, LongConsumer twin) {
        for (long seed = turn.next(); seed <= last; seed = turn.next()) {
            twin.accept(seed);
            if (seed % TOLD == 0) {
                LOG.info("seed {} of {}", seed, last);
            }
        }
    }

    /** Returns what several callers of {@link #forEach} share the seeds by. */
    Turn turn() {
        return new Turn(first);
    }

    /** Who is given which seed. Thread-safe. */
    static final class Turn {
        private final AtomicLong next;

        private Turn(long first) {
            next = new AtomicLong(first);
        }

        private long next() {
            return next.getAndIncrement();
        }
    }
}
