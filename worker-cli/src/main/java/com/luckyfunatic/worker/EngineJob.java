package com.luckyfunatic.worker;

import com.luckyfunatic.operations.job.Job;
import java.time.Duration;
import java.util.Optional;

/** A job of the engine, which goes on any storage. */
record EngineJob(Job job) implements WorkerJob {
    @Override
    public String name() {
        return job.name();
    }

    @Override
    public String description() {
        return job.description();
    }

    @Override
    public Optional<Duration> pause() {
        return Optional.of(job.pause());
    }

    @Override
    public long run(OpenGame game, Job.Progress progress) {
        return job.run(game.engine(), progress);
    }
}
