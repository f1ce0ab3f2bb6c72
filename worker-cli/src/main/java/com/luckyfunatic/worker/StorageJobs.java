package com.luckyfunatic.worker;

import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.distributed.StorageJob;

/** Runs jobs that the distributed storage brings itself. */
final class StorageJobs {
    private StorageJobs() {}

    /** Does everything that {@code job} has to do, also what is due later only. */
    static long run(Job job, OpenGame game, Job.Progress progress) {
        if (!(game.storage() instanceof DistributedStorage storage)) {
            throw new IllegalStateException(job.name() + " is not for this storage");
        }
        StorageJob found =
                storage.workers().jobs().stream()
                        .filter(each -> each.name().equals(job.name()))
                        .findFirst()
                        .orElseThrow();
        return found.finish(progress::done);
    }
}
