package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.id.SnowflakeIds;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Hands the worker numbers of {@link SnowflakeIds} to processes, each to one at a time, together
 * with a stretch of time that its ids may bear. The stretches of one number never overlap, whatever
 * the clocks of processes and of the database do: one begins where the one before ended, and an end
 * is in the database before an id is made. So two processes cannot make the same id, even if both
 * believe that the number is theirs.
 *
 * <p>The number that has been free for longest goes first. Thread-safe.
 */
public final class WorkerIds {
    private static final String PREFIX = "worker-id:";

    private final Transactions transactions;
    private final LeaseRepository rows;

    WorkerIds(Transactions transactions, LeaseRepository rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /**
     * A worker number on lease.
     *
     * @param lease to be renewed before it ends
     * @param fromMillis ids bear a time after this, epoch milliseconds
     * @param untilMillis ids bear a time before this
     * @param nowMillis the database's time when it was given or renewed
     */
    public record WorkerId(
            int number, Lease lease, long fromMillis, long untilMillis, long nowMillis) {}

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
            Optional<WorkerId> taken = take(free.get(), owner, duration);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        throw new StorageUnavailableException("all worker numbers are taken");
    }

    private Optional<WorkerId> take(String name, String owner, Duration duration) {
        long began = System.nanoTime();
        return transactions.run(_ -> {
            LeaseRow before = rows.lock(name).orElseThrow();
            if (rows.take(name, owner, duration.toMillis()) == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    workerId(
                            rows.findByName(name).orElseThrow(),
                            before.expiresAt(),
                            began + duration.toNanos()));
        });
    }

    /**
     * Renews the lease of {@code worker} for {@code duration} from now.
     *
     * @return the number with a later end; empty when somebody else has taken it over
     */
    public Optional<WorkerId> renew(WorkerId worker, Duration duration) {
        Lease lease = worker.lease();
        long began = System.nanoTime();
        return transactions.run(_ ->
                rows.prolong(lease.name(), lease.owner(), lease.fence(), duration.toMillis()) == 0
                        ? Optional.empty()
                        : Optional.of(
                                workerId(
                                        rows.findByName(lease.name()).orElseThrow(),
                                        worker.fromMillis(),
                                        began + duration.toNanos())));
    }

    private WorkerId workerId(LeaseRow row, long fromMillis, long endsAtNanos) {
        return new WorkerId(
                Integer.parseInt(row.name(), PREFIX.length(), row.name().length(), 10),
                new Lease(row.name(), row.owner(), row.fence(), endsAtNanos),
                fromMillis,
                row.expiresAt(),
                rows.now());
    }

    /**
     * Gives {@code worker} back.
     *
     * @param usedUntilMillis no id bears this time or a later one
     */
    public void release(WorkerId worker, long usedUntilMillis) {
        Lease lease = worker.lease();
        transactions.run(
                _ -> rows.releaseAt(lease.name(), lease.owner(), lease.fence(), usedUntilMillis));
    }

    /** Makes the rows of all numbers in a new database. */
    void prepare() {
        String last = PREFIX + SnowflakeIds.WORKER_MAX;
        transactions.run(connection -> {
            if (rows.findByName(last).isEmpty()) {
                insertAll(connection);
            }
            return last;
        });
    }

    /** In one statement: servers that start at the same moment wait for each other here. */
    private static void insertAll(Connection connection) throws SQLException {
        int count = SnowflakeIds.WORKER_MAX + 1;
        String sql =
                "INSERT INTO job_lease (name, owner, fence, expires_at) VALUES "
                        + Sql.list("(?, '', 0, 0)", count)
                        + " ON DUPLICATE KEY UPDATE name = job_lease.name";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int number = 0; number < count; number++) {
                insert.setString(number + 1, PREFIX + number);
            }
            insert.executeUpdate();
        }
    }
}
