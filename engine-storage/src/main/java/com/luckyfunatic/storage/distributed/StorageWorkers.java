package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.storage.mysql.JobLeases;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The work that some process has to do all the time: draining the journals, writing snapshots,
 * removing idle players, settling stock, cleaning up. Processes share it by leases, so any number
 * may start it. Thread-safe.
 */
public final class StorageWorkers implements AutoCloseable {
    private final DrainJournals drain;
    private final WriteSnapshots snapshots;
    private final EvictIdlePlayers eviction;
    private final List<StorageJob> jobs;
    private final JobLeases leases;
    private final StorageWork work;
    private final InstantSource clock;
    private final List<JobShare> shares = new ArrayList<>();
    private @Nullable Crew crew;
    private @Nullable WorkSummary summary;

    StorageWorkers(
            DrainJournals drain,
            WriteSnapshots snapshots,
            EvictIdlePlayers eviction,
            List<StorageJob> others,
            JobLeases leases,
            StorageWork work,
            InstantSource clock) {
        this.drain = drain;
        this.snapshots = snapshots;
        this.eviction = eviction;
        List<StorageJob> all = new ArrayList<>(List.of(drain, snapshots, eviction));
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
        flush();
    }

    /** Archives all changes that wait now. */
    synchronized void archive() {
        drain.archive();
    }

    /** Writes snapshots of all changed players now. */
    synchronized void flush() {
        snapshots.finish(_ -> {});
    }

    /** Removes all players from Redis who have not changed for {@code idle} and are stored. */
    synchronized void evict(Duration idle) {
        eviction.evict(idle);
    }

    /**
     * Starts working in the background, on a part of what the processes share. Again is no error.
     *
     * @param owner unique among the processes
     */
    public synchronized void start(String owner) {
        start(owner, EnumSet.allOf(JobKind.class));
    }

    /**
     * Starts working in the background on jobs of some kinds. Again is no error.
     *
     * <p>Who works on some only is not counted by the others: they would leave shares of every job
     * to it. It takes what is free of its own, and stands by for the rest.
     *
     * @param owner unique among the processes
     */
    public synchronized void start(String owner, Set<JobKind> kinds) {
        if (crew != null || kinds.isEmpty()) {
            return;
        }
        Crew joined =
                kinds.containsAll(EnumSet.allOf(JobKind.class))
                        ? Crew.join(leases, owner, JobShare.LEASE, work::failed)
                        : Crew.beside(leases, owner, JobShare.LEASE);
        for (StorageJob job : jobs) {
            if (!kinds.contains(job.kind())) {
                continue;
            }
            for (int share = 0; share < job.shares(); share++) {
                shares.add(JobShare.start(job, share, owner, leases, joined, work));
            }
        }
        crew = joined;
        summary = WorkSummary.start(work, clock);
    }

    /**
     * Stops working in the background; what is under way is finished, and leases are given back.
     */
    @Override
    public synchronized void close() {
        shares.forEach(JobShare::stop);
        shares.forEach(JobShare::close);
        shares.clear();
        if (crew != null) {
            crew.close();
            crew = null;
        }
        if (summary != null) {
            summary.close();
            summary = null;
        }
    }
}
