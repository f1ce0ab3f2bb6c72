package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.storage.JobRuns;
import com.luckyfunatic.engine.testkit.JobRunsContract;

class MemoryJobRunsTest extends JobRunsContract {
    private final JobRuns runs = new MemoryJobRuns();

    @Override
    protected JobRuns runs() {
        return runs;
    }
}
