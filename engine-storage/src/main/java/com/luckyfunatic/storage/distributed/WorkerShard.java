package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.storage.mysql.JobLeases;
import com.luckyfunatic.storage.mysql.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A share of the partitions, worked on by whichever process holds its lease; another takes over
 * within {@link #LEASE} of a holder's death. The lease only spares double work: everything that is
 * done is fenced or can be repeated. The audit is fed by a thread of its own: while it does not
 * answer, archiving and snapshots go on. Thread-safe.
 */
final class WorkerShard implements AutoCloseable {
    /** Into how many shares the partitions are cut. */
    static final int COUNT = 8;

    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(WorkerShard.class);
    private static final Duration FLUSH_EVERY = Duration.ofSeconds(5);

    private final String name;
    private final String owner;
    private final JobLeases leases;
    private final List<JournalDrain> drains;
    private final SnapshotSync snapshots;
    private final DistributedSettings settings;

    /** Each belongs to one thread. */
    private final List<JournalDrain> archiveOrder;

    private final List<JournalDrain> auditOrder;

    private @Nullable WorkerLoop archiving;
    private @Nullable WorkerLoop auditing;

    private volatile @Nullable Lease lease;
    private long flushedAtNanos;

    private WorkerShard(
            String name,
            String owner,
            JobLeases leases,
            List<JournalDrain> drains,
            SnapshotSync snapshots,
            DistributedSettings settings) {
        this.name = name;
        this.owner = owner;
        this.leases = leases;
        this.drains = List.copyOf(drains);
        this.snapshots = snapshots;
        archiveOrder = new ArrayList<>(drains);
        auditOrder = new ArrayList<>(drains);
        this.settings = settings;
        flushedAtNanos = System.nanoTime();
    }

    static WorkerShard start(
            String name,
            String owner,
            JobLeases leases,
            List<JournalDrain> drains,
            SnapshotSync snapshots,
            DistributedSettings settings) {
        WorkerShard shard = new WorkerShard(name, owner, leases, drains, snapshots, settings);
        shard.archiving = WorkerLoop.start(name, shard::archive);
        shard.auditing = WorkerLoop.start(name + ":audit", shard::audit);
        return shard;
    }

    private long archive() {
        if (!isLeader()) {
            return WorkerLoop.RETRY_MILLIS;
        }
        boolean didSomething = false;
        // Another one is first each time, so that one which fails does not hold up the same others.
        Collections.rotate(archiveOrder, 1);
        for (JournalDrain drain : archiveOrder) {
            didSomething |= drain.archiveNext();
        }
        if (System.nanoTime() - flushedAtNanos > FLUSH_EVERY.toNanos()) {
            flushedAtNanos = System.nanoTime();
            for (JournalDrain drain : drains) {
                snapshots.flush(drain.partition(), settings.flushAfter());
                snapshots.evict(drain.partition(), settings.evictAfter());
            }
        }
        return didSomething ? 0 : WorkerLoop.IDLE_MILLIS;
    }

    private boolean isLeader() {
        Lease held = lease;
        Optional<Lease> renewed =
                held == null
                        ? leases.acquire(name, owner, LEASE)
                        : held.endsAtNanos() - System.nanoTime() > LEASE.toNanos() / 2
                                ? Optional.of(held)
                                : leases.renew(held, LEASE);
        lease = renewed.orElse(null);
        return lease != null;
    }

    private long audit() {
        Lease held = lease;
        if (held == null || held.endsAtNanos() - System.nanoTime() < 0) {
            return WorkerLoop.IDLE_MILLIS;
        }
        boolean didSomething = false;
        Collections.rotate(auditOrder, 1);
        for (JournalDrain drain : auditOrder) {
            didSomething |= drain.auditNext();
        }
        return didSomething ? 0 : WorkerLoop.IDLE_MILLIS;
    }

    private void release() {
        Lease held = lease;
        if (held != null) {
            try {
                leases.release(held);
            } catch (StorageException e) {
                LOG.info("{} could not give its lease back; it ends by itself", name);
            }
        }
    }

    @Override
    public void close() {
        close(archiving);
        close(auditing);
        release();
    }

    private static void close(@Nullable WorkerLoop loop) {
        if (loop != null) {
            loop.close();
        }
    }
}
