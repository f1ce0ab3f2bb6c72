package com.luckyfunatic.worker;

import com.luckyfunatic.operations.job.Job;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.distributed.JobKind;
import com.luckyfunatic.storage.distributed.StorageJob;
import java.time.Duration;
import java.util.Optional;

/** A job that the distributed storage brings itself, and embedded storage has nothing like. */
record DistributedJob(JobKind kind) implements WorkerJob {
    @Override
    public String name() {
        return kind.word();
    }

    @Override
    public String description() {
        return kind.description();
    }

    @Override
    public Optional<Duration> pause() {
        return Optional.empty();
    }

    @Override
    public boolean isForDistributedOnly() {
        return true;
    }

    /** Does everything that there is to do, also what is due later only. */
    @Override
    public long run(OpenGame game, Job.Progress progress) {
        if (!(game.storage() instanceof DistributedStorage storage)) {
            throw new IllegalStateException(name() + " is not for this storage");
        }
        StorageJob found =
                storage.workers().jobs().stream()
                        .filter(each -> each.kind() == kind)
                        .findFirst()
                        .orElseThrow();
        return found.finish(progress::done);
    }
}
