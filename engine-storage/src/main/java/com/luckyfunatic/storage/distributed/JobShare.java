package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.storage.mysql.JobLeases;
import com.luckyfunatic.storage.mysql.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A share of a job, worked on by whichever process holds its lease; another takes over when {@link
 * #LEASE} has passed since a holder's death. The lease only spares double work: everything that is
 * done is fenced or can be repeated. Thread-safe.
 */
final class JobShare implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(JobShare.class);
    private static final long UNTIL_COUNTED_MILLIS = 50;

    private final StorageJob job;
    private final int share;
    private final String name;
    private final String owner;
    private final JobLeases leases;
    private final Crew crew;
    private final StorageWork work;
    private final List<WorkerLoop> loops = new ArrayList<>();

    /** Written by the first loop only. */
    private volatile @Nullable Lease lease;

    private long restUntilNanos = System.nanoTime();

    private JobShare(
            StorageJob job,
            int share,
            String owner,
            JobLeases leases,
            Crew crew,
            StorageWork work) {
        this.job = job;
        this.share = share;
        this.owner = owner;
        this.leases = leases;
        this.crew = crew;
        this.work = work;
        name = job.name() + ":" + share;
    }

    static JobShare start(
            StorageJob job,
            int share,
            String owner,
            JobLeases leases,
            Crew crew,
            StorageWork work) {
        JobShare started = new JobShare(job, share, owner, leases, crew, work);
        started.loops.add(WorkerLoop.start(started.name, started::lead, work::failed));
        for (IntPredicate each : job.beside()) {
            started.loops.add(
                    WorkerLoop.start(
                            started.name + ":" + started.loops.size(),
                            () -> started.follow(each),
                            work::failed));
        }
        return started;
    }

    /** Does a part of the work if this process is to, and returns for how long to wait then. */
    private long lead() {
        if (!isLeader()) {
            return crew.isCounted() ? WorkerLoop.RETRY_MILLIS : UNTIL_COUNTED_MILLIS;
        }
        if (System.nanoTime() - restUntilNanos >= 0 && !job.work(share)) {
            restUntilNanos = System.nanoTime() + job.rest().toNanos();
        }
        long rest = TimeUnit.NANOSECONDS.toMillis(restUntilNanos - System.nanoTime());
        // The lease has to be renewed while there is nothing to do.
        return Math.clamp(rest, 0, LEASE.toMillis() / 3);
    }

    /** Does a part of what goes on beside, while the lease lasts. */
    private long follow(IntPredicate beside) {
        Lease held = lease;
        boolean isMore = held != null && held.isHeld() && beside.test(share);
        return isMore ? 0 : job.rest().toMillis();
    }

    private boolean isLeader() {
        Lease held = lease;
        if (held == null) {
            return take();
        }
        return held.endsAtNanos() - System.nanoTime() > LEASE.toNanos() / 2 || keep(held);
    }

    private boolean take() {
        if (!crew.takes(job)) {
            return false;
        }
        Optional<Lease> taken = Optional.empty();
        try {
            taken = leases.acquire(name, owner, LEASE);
        } finally {
            if (taken.isEmpty()) {
                crew.gaveBack(job);
            }
        }
        taken.ifPresent(mine -> {
            LOG.info("{} is worked on here from now on (fence {})", name, mine.fence());
            work.leaseTaken(job.name());
            job.takeOver(share);
            lease = mine;
        });
        return taken.isPresent();
    }

    private boolean keep(Lease held) {
        if (crew.leaves(job)) {
            LOG.info("{} is left to another process", name);
            forget();
            leases.release(held);
            return false;
        }
        Optional<Lease> renewed = leases.renew(held, LEASE);
        if (renewed.isPresent()) {
            lease = renewed.get();
            return true;
        }
        LOG.info("{} was taken over by another process", name);
        crew.gaveBack(job);
        forget();
        return false;
    }

    private void forget() {
        lease = null;
        work.leaseEnded(job.name());
        job.giveUp(share);
    }

    /** Says that it shall end; {@link #close} waits for that. */
    void stop() {
        loops.forEach(WorkerLoop::stop);
    }

    /** Ends after what is under way, and gives the lease back. */
    @Override
    public void close() {
        loops.forEach(WorkerLoop::close);
        Lease held = lease;
        if (held != null) {
            crew.gaveBack(job);
            forget();
            try {
                leases.release(held);
            } catch (StorageException e) {
                LOG.info("{} could not give its lease back; it ends by itself", name);
            }
        }
    }
}
