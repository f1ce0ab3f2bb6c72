package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.storage.JobRun;
import com.luckyfunatic.engine.storage.JobRuns;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The last rounds of jobs of one process, until it ends. Thread-safe; nothing blocks. */
public final class MemoryJobRuns implements JobRuns {
    private final SortedMap<String, JobRun> rows = new TreeMap<>();

    /** None yet. */
    public MemoryJobRuns() {}

    @Override
    public synchronized boolean keep(JobRun run) {
        JobRun before = rows.get(run.job());
        boolean isLatest = before == null || before.fence() <= run.fence();
        if (isLatest) {
            rows.put(run.job(), run);
        }
        return isLatest;
    }

    @Override
    public synchronized List<JobRun> last() {
        return List.copyOf(rows.values());
    }
}
