package com.luckyfunatic.worker;

import com.luckyfunatic.operations.job.Job;
import com.luckyfunatic.storage.distributed.JobKind;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.time.Duration;
import java.util.Optional;

/** Brings stored snapshots and the friends' ranking up to date with the journal. */
final class WriteSnapshots implements WorkerJob {
    @Override
    public String name() {
        return "write-snapshots";
    }

    @Override
    public String description() {
        return "Brings stored snapshots and the friends' ranking up to date with the journal.";
    }

    @Override
    public Optional<Duration> pause() {
        return Optional.empty();
    }

    @Override
    public long run(OpenGame game, Job.Progress progress) {
        if (game.storage() instanceof EmbeddedStorage storage) {
            storage.writeSnapshots();
            progress.done(1);
            return 1;
        }
        return new DistributedJob(JobKind.WRITE_SNAPSHOTS).run(game, progress);
    }
}
