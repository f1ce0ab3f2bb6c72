package com.luckyfunatic.storage.mysql;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who does which job at the moment. A lease only decides who tries first: a holder that was paused
 * may still act after it ended, so what it writes has to be fenced or idempotent. Thread-safe;
 * every method throws {@link com.luckyfunatic.engine.storage.StorageUnavailableException} when the
 * database does not answer in time.
 */
public final class JobLeases {
    /** The most characters of a name or an owner. */
    public static final int LENGTH_MAX = 128;

    private final Transactions transactions;
    private final LeaseRepository rows;

    JobLeases(Transactions transactions, LeaseRepository rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /**
     * Takes the lease {@code name} for {@code duration} if nobody else has it.
     *
     * @param owner who asks, unique among the processes, not empty
     * @return the lease under a fence that is greater than all before; empty when it is taken
     */
    public Optional<Lease> acquire(String name, String owner, Duration duration) {
        requireText(name);
        requireText(owner);
        long began = System.nanoTime();
        return transactions.run(_ -> {
            rows.insertIfAbsent(name);
            if (rows.take(name, owner, duration.toMillis()) == 0) {
                return Optional.empty();
            }
            return rows.findByName(name)
                    .map(row -> lease(name, owner, row.fence(), began, duration));
        });
    }

    /**
     * Renews {@code lease} for {@code duration} from now.
     *
     * @return the renewed lease; empty when somebody else has taken it over
     */
    public Optional<Lease> renew(Lease lease, Duration duration) {
        long began = System.nanoTime();
        int renewed =
                transactions.run(_ ->
                        rows.renew(
                                lease.name(), lease.owner(), lease.fence(), duration.toMillis()));
        return renewed == 0
                ? Optional.empty()
                : Optional.of(lease(lease.name(), lease.owner(), lease.fence(), began, duration));
    }

    /** Gives {@code lease} back; one that was taken over stays with its new owner. */
    public void release(Lease lease) {
        transactions.run(_ -> rows.release(lease.name(), lease.owner(), lease.fence()));
    }

    /** Returns how many leases are held whose names begin with {@code prefix}. */
    public int count(String prefix) {
        return transactions.run(_ -> rows.countHeld(prefix + "%"));
    }

    /**
     * Returns who holds the leases whose names begin with {@code prefix}: one for each, by name.
     */
    public List<String> owners(String prefix) {
        return transactions.run(_ -> rows.owners(prefix + "%"));
    }

    /**
     * Deletes the leases that nobody holds and whose names begin with {@code prefix}: for names
     * that are used once. Their fences begin anew.
     */
    public void forgetEnded(String prefix) {
        transactions.run(_ -> rows.deleteEnded(prefix + "%"));
    }

    private static Lease lease(
            String name, String owner, long fence, long began, Duration duration) {
        return new Lease(name, owner, fence, began + duration.toNanos());
    }

    private static void requireText(String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "names and owners have 1 to " + LENGTH_MAX + " characters");
        }
    }
}
