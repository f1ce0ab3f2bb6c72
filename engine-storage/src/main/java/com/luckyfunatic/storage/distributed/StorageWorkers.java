package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.storage.mysql.JobLeases;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The work that some process has to do all the time: draining the journals, writing snapshots,
 * removing idle players, cleaning up. Processes share it by leases, so any number may start it.
 * Thread-safe.
 */
public final class StorageWorkers implements AutoCloseable {
    private final DrainJournals drain;
    private final WriteSnapshots snapshots;
    private final List<StorageJob> jobs;
    private final JobLeases leases;
    private final StorageWork work;
    private final InstantSource clock;
    private final List<JobShare> shares = new ArrayList<>();
    private final List<WorkSummary> summaries = new ArrayList<>();

    StorageWorkers(
            DrainJournals drain,
            WriteSnapshots snapshots,
            List<StorageJob> others,
            JobLeases leases,
            StorageWork work,
            InstantSource clock) {
        this.drain = drain;
        this.snapshots = snapshots;
        List<StorageJob> all = new ArrayList<>(List.of(drain, snapshots));
        all.addAll(others);
        jobs = List.copyOf(all);
        this.leases = leases;
        this.work = work;
        this.clock = clock;
    }

    /** Every job there is. */
    public List<StorageJob> jobs() {
        return jobs;
    }

    /** What was done and what waits. */
    public StorageWork work() {
        return work;
    }

    /** Drains all journals and writes all snapshots, also those that are due later only. */
    public synchronized void finish() {
        drain.finish(_ -> {});
        snapshots.finish(_ -> {});
    }

    /**
     * Starts working in the background, on what no other process works on. Again is no error.
     *
     * @param owner unique among the processes
     */
    public synchronized void start(String owner) {
        if (!shares.isEmpty()) {
            return;
        }
        for (StorageJob job : jobs) {
            for (int share = 0; share < job.shares(); share++) {
                shares.add(JobShare.start(job, share, owner, leases, work));
            }
        }
        summaries.add(WorkSummary.start(work, clock));
    }

    /**
     * Stops working in the background; what is under way is finished, and leases are given back.
     */
    @Override
    public synchronized void close() {
        summaries.forEach(WorkSummary::close);
        summaries.clear();
        shares.forEach(JobShare::stop);
        shares.forEach(JobShare::close);
        shares.clear();
    }
}
