package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.storage.mysql.JobLeases;
import com.luckyfunatic.storage.mysql.Lease;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A share of a job, worked on by whichever process holds its lease; another takes over within
 * {@link #LEASE} and {@link #RETRY_MILLIS_MAX} of a holder's death. The lease only spares double
 * work: everything that is done is fenced or can be repeated. Thread-safe.
 */
final class JobShare implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(JobShare.class);
    private static final long RETRY_MILLIS = 1_000;
    private static final long RETRY_MILLIS_MAX = 4_000;

    private final StorageJob job;
    private final int share;
    private final String owner;
    private final JobLeases leases;
    private final StorageWork work;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    private @Nullable Lease lease;
    private long restUntilNanos = System.nanoTime();

    private JobShare(StorageJob job, int share, String owner, JobLeases leases, StorageWork work) {
        this.job = job;
        this.share = share;
        this.owner = owner;
        this.leases = leases;
        this.work = work;
        thread = Thread.ofVirtual().name(lease()).unstarted(this::run);
    }

    static JobShare start(
            StorageJob job, int share, String owner, JobLeases leases, StorageWork work) {
        JobShare started = new JobShare(job, share, owner, leases, work);
        started.thread.start();
        return started;
    }

    private String lease() {
        return job.name() + ":" + share;
    }

    private void run() {
        long pause = 0;
        while (!isStopping(pause)) {
            try {
                pause = step();
            } catch (StorageException e) {
                work.failed();
                LOG.warn("{} waits, because a database is away: {}", lease(), e.getMessage());
                pause = RETRY_MILLIS;
            } catch (RuntimeException e) {
                work.failed();
                LOG.error("{} failed and is tried again", lease(), e);
                pause = RETRY_MILLIS;
            }
        }
        release();
    }

    /** Does a part of the work if it is due, and returns for how long to wait then. */
    private long step() {
        if (!isLeader()) {
            return untilRetry();
        }
        if (System.nanoTime() - restUntilNanos >= 0 && !job.work(share)) {
            restUntilNanos = System.nanoTime() + job.rest().toNanos();
        }
        long rest = TimeUnit.NANOSECONDS.toMillis(restUntilNanos - System.nanoTime());
        // The lease has to be renewed while there is nothing to do.
        return Math.clamp(rest, 0, LEASE.toMillis() / 3);
    }

    /** Who has much already lets others try first; so a job is shared by those who are there. */
    private long untilRetry() {
        return Math.min(RETRY_MILLIS_MAX, RETRY_MILLIS * (1 + work.leases(job.name()) / 2));
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
        if (held != null && held.endsAtNanos() - System.nanoTime() > LEASE.toNanos() / 2) {
            return true;
        }
        Optional<Lease> renewed =
                held == null ? leases.acquire(lease(), owner, LEASE) : leases.renew(held, LEASE);
        if (held == null && renewed.isPresent()) {
            LOG.info("{} is worked on here from now on (fence {})", lease(), renewed.get().fence());
            work.leaseTaken(job.name());
            job.takeOver(share);
        } else if (held != null && renewed.isEmpty()) {
            LOG.info("{} was taken over by another process", lease());
            end();
        }
        lease = renewed.orElse(null);
        return lease != null;
    }

    private void end() {
        work.leaseEnded(job.name());
        job.giveUp(share);
    }

    private void release() {
        Lease held = lease;
        if (held != null) {
            end();
            try {
                leases.release(held);
            } catch (StorageException e) {
                LOG.info("{} could not give its lease back; it ends by itself", lease());
            }
        }
    }

    /** Says that it shall end; {@link #close} waits for that. */
    void stop() {
        stopping.countDown();
    }

    @Override
    public void close() {
        stop();
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
