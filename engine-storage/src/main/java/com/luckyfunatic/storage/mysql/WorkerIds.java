package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.id.SnowflakeIds;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.Optional;

/**
 * Hands the worker numbers of {@link SnowflakeIds} to processes, each to one at a time. The one
 * that has been free for longest goes first, so that a number rests before it is used again.
 * Thread-safe.
 */
public final class WorkerIds {
    private static final String PREFIX = "worker-id:";

    private final Transactions transactions;
    private final LeaseRepository rows;
    private final JobLeases leases;

    WorkerIds(Transactions transactions, LeaseRepository rows, JobLeases leases) {
        this.transactions = transactions;
        this.rows = rows;
        this.leases = leases;
    }

    /**
     * A worker number on lease.
     *
     * @param lease to be renewed before it ends; without it the number must not be used
     */
    public record WorkerId(int number, Lease lease) {}

    /**
     * Takes a number that no process uses.
     *
     * @param owner who asks, unique among the processes
     * @throws StorageUnavailableException when all are taken
     */
    public WorkerId acquire(String owner, Duration duration) {
        for (int tries = 0; tries <= SnowflakeIds.WORKER_MAX; tries++) {
            Optional<String> free = transactions.run(_ -> rows.longestFree(PREFIX + "%"));
            if (free.isEmpty()) {
                break;
            }
            Optional<Lease> lease = leases.acquire(free.get(), owner, duration);
            if (lease.isPresent()) {
                return new WorkerId(number(free.get()), lease.get());
            }
        }
        throw new StorageUnavailableException("all worker numbers are taken");
    }

    private static int number(String name) {
        return Integer.parseInt(name, PREFIX.length(), name.length(), 10);
    }

    /** Makes the rows of all numbers in a new database. */
    void prepare() {
        String last = PREFIX + SnowflakeIds.WORKER_MAX;
        transactions.run(_ -> {
            if (rows.findByName(last).isEmpty()) {
                for (int number = 0; number <= SnowflakeIds.WORKER_MAX; number++) {
                    rows.insertIfAbsent(PREFIX + number);
                }
            }
            return last;
        });
    }
}
