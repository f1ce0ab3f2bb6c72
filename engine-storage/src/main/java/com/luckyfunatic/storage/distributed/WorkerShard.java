package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.storage.mysql.JobLeases;
import com.luckyfunatic.storage.mysql.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A share of the partitions, worked on by whichever process holds its lease; another takes over
 * within {@link #LEASE} of a holder's death. The lease only spares double work: everything that is
 * done is fenced or can be repeated. Thread-safe.
 */
final class WorkerShard implements AutoCloseable {
    /** Into how many shares the partitions are cut. */
    static final int COUNT = 8;

    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(WorkerShard.class);
    private static final long IDLE_MILLIS = 100;
    private static final long RETRY_MILLIS = 1_000;
    private static final Duration FLUSH_EVERY = Duration.ofSeconds(5);

    private final String name;
    private final String owner;
    private final JobLeases leases;
    private final List<JournalDrain> drains;
    private final SnapshotSync snapshots;
    private final DistributedSettings settings;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    private @Nullable Lease lease;
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
        this.settings = settings;
        flushedAtNanos = System.nanoTime();
        thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    static WorkerShard start(
            String name,
            String owner,
            JobLeases leases,
            List<JournalDrain> drains,
            SnapshotSync snapshots,
            DistributedSettings settings) {
        WorkerShard shard = new WorkerShard(name, owner, leases, drains, snapshots, settings);
        shard.thread.start();
        return shard;
    }

    private void run() {
        long pause = 0;
        while (!isStopping(pause)) {
            try {
                pause = !isLeader() ? RETRY_MILLIS : work() ? 0 : IDLE_MILLIS;
            } catch (StorageException e) {
                LOG.warn("{} waits, because a database is away: {}", name, e.getMessage());
                pause = RETRY_MILLIS;
            } catch (RuntimeException e) {
                LOG.error("{} failed and is tried again", name, e);
                pause = RETRY_MILLIS;
            }
        }
        release();
    }

    private boolean isStopping(long pauseMillis) {
        try {
            return stopping.await(pauseMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
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

    /** Returns whether there was something to drain. */
    private boolean work() {
        boolean didSomething = false;
        StorageException away = null;
        for (JournalDrain drain : drains) {
            synchronized (drain) {
                didSomething |= drain.archiveNext();
                try {
                    didSomething |= drain.auditNext();
                } catch (StorageException e) {
                    away = e;
                }
            }
        }
        if (System.nanoTime() - flushedAtNanos > FLUSH_EVERY.toNanos()) {
            flushedAtNanos = System.nanoTime();
            for (JournalDrain drain : drains) {
                snapshots.flush(drain.partition(), settings.flushAfter());
                snapshots.evict(drain.partition(), settings.evictAfter());
            }
        }
        if (away != null && !didSomething) {
            throw away;
        }
        return didSomething;
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
        stopping.countDown();
        boolean interrupted = false;
        boolean joined = false;
        while (!joined) {
            try {
                joined = thread.join(Duration.ofSeconds(10));
                if (!joined) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
