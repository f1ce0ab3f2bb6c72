package com.luckyfunatic.engine.storage;

import java.util.List;

/** The last round of every background job. Thread-safe; every method may block. */
public interface JobRuns {
    /**
     * Keeps {@code run} as the last of its job, unless one of a later owner is kept.
     *
     * @return whether it is kept; false when that of a greater fence stays
     * @throws StorageUnavailableException when the store is away or full
     */
    boolean keep(JobRun run);

    /**
     * Returns the last round of each job that has had one, by name.
     *
     * @throws StorageUnavailableException when the store is away
     */
    List<JobRun> last();
}
