package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.GameEngine;
import java.time.Duration;

/**
 * A piece of the engine's background work, complete in itself: running it again, or twice at once
 * in any processes, is no harm. Implementations are thread-safe.
 */
public interface Job {
    /** What it is called on command lines and in leases: a verb first, joined by hyphens. */
    String name();

    /** What it does, in one sentence. */
    String description();

    /** How long after one round the next one begins, from a second to hours. */
    Duration pause();

    /**
     * Does what there is to do now. Blocks on the storage of {@code engine}.
     *
     * @param progress is told how far it has come, and says when to stop
     * @return how many things were done
     * @throws RuntimeException when something could not be done; the next round tries that again
     */
    long run(GameEngine engine, Progress progress);

    /** Is told how far a job has come. */
    @FunctionalInterface
    interface Progress {
        /** Nobody is told. */
        Progress NONE = _ -> {};

        /** So many things are done by now. */
        void done(long count);

        /** Returns whether the round shall end with what is under way. */
        default boolean isStopping() {
            return false;
        }
    }
}
