package com.luckyfunatic.worker;

import com.luckyfunatic.operations.job.Job;
import java.time.Duration;
import java.util.Optional;

/**
 * A job as the command line knows it, the engine's or the storage's: complete in itself, so that
 * running it again, or twice at once, is no harm.
 */
interface WorkerJob {
    /** What it is called on the command line: a verb first, words joined by hyphens. */
    String name();

    /** What it does, in one sentence. */
    String description();

    /** How long after one round the next one begins; empty where it goes on all the time. */
    Optional<Duration> pause();

    /** Whether embedded storage has nothing of the kind. */
    default boolean isForDistributedOnly() {
        return false;
    }

    /**
     * Does what there is to do.
     *
     * @param progress is told how far it has come
     * @return how many things were done
     */
    long run(OpenGame game, Job.Progress progress);
}
