package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.storage.mysql.JobLeases;
import com.luckyfunatic.storage.mysql.Lease;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes that share the work, and how much of it is this one's: of each job as many shares
 * as everybody else, rounded up. Each process shows that it lives by a lease of its own; whoever
 * has more than its part when another has come gives some back. Thread-safe.
 */
final class Crew implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    private static final String PREFIX = "crew:";
    private static final long COUNTED_EVERY_MILLIS = 2_000;

    private final JobLeases leases;
    private final String name;
    private final String owner;
    private final Duration duration;
    private final Map<String, AtomicInteger> held = new ConcurrentHashMap<>();
    private final @Nullable WorkerLoop loop;

    private @Nullable Lease presence;

    /** How many processes there are; 0 until they have been counted. */
    private volatile int size;

    private Crew(JobLeases leases, String owner, Duration duration, @Nullable Runnable failed) {
        this.leases = leases;
        this.owner = owner;
        this.duration = duration;
        name = PREFIX + owner;
        if (failed == null) {
            size = 1;
            loop = null;
        } else {
            loop = WorkerLoop.start(name, this::count, failed);
        }
    }

    /**
     * Joins the others.
     *
     * @param owner unique among the processes
     * @param duration how long a process that died still counts
     * @param failed is told when the others could not be counted
     */
    static Crew join(JobLeases leases, String owner, Duration duration, Runnable failed) {
        return new Crew(leases, owner, duration, failed);
    }

    /** Stands beside the others, who do not count it: it may have all that is free. */
    static Crew beside(JobLeases leases, String owner, Duration duration) {
        return new Crew(leases, owner, duration, null);
    }

    private long count() {
        Lease before = presence;
        Optional<Lease> present =
                before == null ? Optional.empty() : leases.renew(before, duration);
        if (present.isEmpty()) {
            leases.forgetEnded(PREFIX);
            present = leases.acquire(name, owner, duration);
        }
        presence = present.orElse(null);
        int counted = Math.max(1, leases.count(PREFIX));
        if (counted != size) {
            LOG.info("{} processes share the work", counted);
            size = counted;
        }
        return COUNTED_EVERY_MILLIS;
    }

    /** Returns whether it is known how many there are. */
    boolean isCounted() {
        return size > 0;
    }

    /**
     * Begins to take a share of {@code job}, unless this process has its part already: to be ended
     * by {@link #gaveBack} when it cannot be had, or later.
     */
    boolean takes(StorageJob job) {
        int part = part(job);
        AtomicInteger shares = shares(job);
        int before = shares.getAndUpdate(present -> present < part ? present + 1 : present);
        return before < part;
    }

    /** Returns whether this process has more than its part of {@code job}, and counts one less. */
    boolean leaves(StorageJob job) {
        int part = part(job);
        AtomicInteger shares = shares(job);
        int before = shares.getAndUpdate(present -> present > part ? present - 1 : present);
        return before > part;
    }

    /** Ends what {@link #takes} began. */
    void gaveBack(StorageJob job) {
        shares(job).decrementAndGet();
    }

    private int part(StorageJob job) {
        int processes = size;
        return processes == 0 ? 0 : Math.ceilDiv(job.shares(), processes);
    }

    private AtomicInteger shares(StorageJob job) {
        return held.computeIfAbsent(job.name(), _ -> new AtomicInteger());
    }

    @Override
    public void close() {
        if (loop != null) {
            loop.close();
        }
        Lease left = presence;
        if (left != null) {
            try {
                leases.release(left);
            } catch (StorageException e) {
                LOG.info("{} could not leave the others; it ends by itself", name);
            }
        }
    }
}
