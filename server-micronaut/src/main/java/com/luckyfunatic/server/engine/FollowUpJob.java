package com.luckyfunatic.server.engine;

import com.luckyfunatic.operations.job.SettleFollowUps;
import jakarta.inject.Singleton;

/**
 * Has the commands carried out soon which a player's change calls for, on another player or on the
 * same one: a player need not wait for the next regular round of the job. Thread-safe.
 */
@Singleton
public final class FollowUpJob {
    private final ServerJobs jobs;

    FollowUpJob(ServerJobs jobs) {
        this.jobs = jobs;
    }

    /** Looks at the queue soon, because a change may have called for something. Cheap. */
    public void mayHaveCome() {
        jobs.runSoon(SettleFollowUps.NAME);
    }
}
