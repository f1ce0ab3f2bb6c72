package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.storage.mysql.JobLeases;
import com.luckyfunatic.storage.mysql.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs that processes share by leases: who comes first has a job until it stops or dies; then
 * another has it, no later than {@link #LEASE} and {@link #LOOK} after the death. Thread-safe.
 */
public final class LeasedDuty implements JobDuty {
    /** How long a lease lasts that is not renewed. */
    static final Duration LEASE = Duration.ofSeconds(10);

    /** How often leases are renewed and asked for. */
    static final Duration LOOK = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(LeasedDuty.class);

    /** As with the jobs of the storage, which are cut into shares; these are one share each. */
    private static final String SHARE = ":0";

    private final JobLeases leases;
    private final String owner;
    private final Map<String, Lease> held = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor keeper =
            new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("job-leases").factory());

    /**
     * Applies for jobs with {@code leases}.
     *
     * @param owner unique among the processes
     */
    public LeasedDuty(JobLeases leases, String owner) {
        this.leases = leases;
        this.owner = owner;
    }

    @Override
    public void start(List<String> jobs, Consumer<String> taken) {
        var _ =
                keeper.scheduleWithFixedDelay(
                        () -> jobs.forEach(job -> look(job, taken)),
                        0,
                        LOOK.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Never throws: the executor would look no more. */
    private void look(String job, Consumer<String> taken) {
        try {
            Lease mine = held.get(job);
            if (mine == null) {
                take(job, taken);
            } else {
                keep(job, mine);
            }
        } catch (StorageException e) {
            // A lease that cannot be renewed ends by itself.
            LOG.warn("the lease of {} waits, because MySQL is away: {}", job, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("the lease of {} could not be asked for", job, e);
        }
    }

    private void take(String job, Consumer<String> taken) {
        Optional<Lease> lease = leases.acquire(job + SHARE, owner, LEASE);
        if (lease.isPresent()) {
            LOG.info("{} is done here from now on (fence {})", job, lease.get().fence());
            held.put(job, lease.get());
            taken.accept(job);
        }
    }

    private void keep(String job, Lease mine) {
        Optional<Lease> renewed = leases.renew(mine, LEASE);
        if (renewed.isPresent()) {
            held.put(job, renewed.get());
        } else {
            LOG.info("{} was taken over by another process", job);
            held.remove(job);
        }
    }

    @Override
    public OptionalLong fence(String job) {
        Lease mine = held.get(job);
        return mine == null || !mine.isHeld()
                ? OptionalLong.empty()
                : OptionalLong.of(mine.fence());
    }

    @Override
    public void close() {
        keeper.close();
        held.forEach((job, mine) -> {
            try {
                leases.release(mine);
            } catch (StorageException e) {
                LOG.info("the lease of {} could not be given back; it ends by itself", job);
            }
        });
        held.clear();
    }
}
