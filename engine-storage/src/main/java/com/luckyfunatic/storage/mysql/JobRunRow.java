package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.storage.JobRun;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code job_run}. */
@MappedEntity("job_run")
record JobRunRow(
        @Id String job,
        String owner,
        long fence,
        long beganAt,
        long tookMillis,
        long done,
        @Nullable String error,
        long nextAt) {
    JobRun run() {
        return new JobRun(job, owner, fence, beganAt, tookMillis, done, error, nextAt);
    }
}
