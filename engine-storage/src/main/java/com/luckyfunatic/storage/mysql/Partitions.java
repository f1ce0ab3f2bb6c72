package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The partitions of the players, and the generation of each: how often it may have lost something
 * in the hot store. Thread-safe; every method throws {@link
 * com.luckyfunatic.engine.storage.StorageUnavailableException} when the database does not answer in
 * time.
 */
public final class Partitions {
    private static final String COUNT = "partitions";
    private static final String INCARNATION = "redis_incarnation";

    private final Transactions transactions;
    private final PartitionRepository rows;

    Partitions(Transactions transactions, PartitionRepository rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /**
     * Records {@code count} in a database that is new, and compares it in one that is not.
     *
     * @throws StorageNotOpenableException when players are divided into another number of
     *     partitions already
     */
    void requireCount(int count) {
        long recorded =
                transactions.run(_ -> {
                    rows.setIfAbsent(COUNT, count);
                    return rows.setting(COUNT).orElseThrow();
                });
        if (recorded != count) {
            throw new StorageNotOpenableException(
                    "the players are divided into "
                            + recorded
                            + " partitions and that cannot be changed; "
                            + count
                            + " are configured",
                    new IllegalStateException("partitions: " + recorded));
        }
        if (generations().size() < count) {
            transactions.run(_ -> {
                for (int number = 0; number < count; number++) {
                    rows.insertIfAbsent(number);
                }
                return count;
            });
        }
    }

    /** Returns the generation of every partition, by number. */
    public SortedMap<Integer, Long> generations() {
        return transactions.run(_ -> byNumber(rows.findAllOrderByNumber()));
    }

    /**
     * Raises the generation of partitions that may have lost something.
     *
     * @param numbers at least one
     * @return their generations from now on, by number
     */
    public SortedMap<Integer, Long> raise(Collection<Integer> numbers) {
        Collection<Integer> sorted = new TreeSet<>(numbers);
        return transactions.run(_ -> {
            rows.lock(sorted);
            rows.raise(sorted);
            return byNumber(rows.lock(sorted));
        });
    }

    /**
     * Raises the generation of the partition {@code number} to {@code least} if it is less.
     *
     * @return whether it was less
     */
    public boolean raiseTo(int number, long least) {
        return transactions.run(_ -> rows.raiseTo(number, least) > 0);
    }

    /** Returns the incarnation of the hot store that is in force; 0 at first. */
    public long incarnation() {
        return transactions.run(_ -> rows.setting(INCARNATION).orElse(0L));
    }

    /**
     * Raises the generation of each of {@code lost} and begins the incarnation {@code next}.
     *
     * @return their generations from now on, by number; empty when neither {@code ended} nor {@code
     *     next} is in force
     */
    public Optional<Map<Integer, Long>> begin(long next, long ended, Collection<Integer> lost) {
        Collection<Integer> sorted = new TreeSet<>(lost);
        return transactions.run(_ -> {
            rows.setIfAbsent(INCARNATION, 0);
            long current = rows.lockSetting(INCARNATION);
            if (current == ended) {
                rows.lock(sorted);
                rows.raise(sorted);
                rows.set(INCARNATION, next);
            }
            // It is in force already when the transaction is tried again after a lost reply.
            return current == ended || current == next
                    ? Optional.of(byNumber(rows.lock(sorted)))
                    : Optional.empty();
        });
    }

    private static SortedMap<Integer, Long> byNumber(List<PartitionRow> partitions) {
        SortedMap<Integer, Long> generations = new TreeMap<>();
        partitions.forEach(each -> generations.put(each.number(), each.generation()));
        return generations;
    }
}
