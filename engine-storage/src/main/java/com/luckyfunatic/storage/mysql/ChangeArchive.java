package com.luckyfunatic.storage.mysql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Every change of the last two days, in batches as the journals were drained; what hydration
 * replays. Thread-safe; every method throws {@link
 * com.luckyfunatic.engine.storage.StorageUnavailableException} when the database does not answer in
 * time.
 */
public final class ChangeArchive {
    /** How long changes are kept. */
    public static final Duration KEPT = Duration.ofDays(2);

    private static final int READ_AT_ONCE = 20;
    private static final int CLEANED_AT_ONCE = 100;

    private final Transactions transactions;
    private final PartitionRepository partitions;
    private final ArchiveRepository rows;
    private final FollowUpRows followUps;

    ChangeArchive(
            Transactions transactions,
            PartitionRepository partitions,
            ArchiveRepository rows,
            FollowUpRows followUps) {
        this.transactions = transactions;
        this.partitions = partitions;
        this.rows = rows;
        this.followUps = followUps;
    }

    /**
     * Archives {@code batch} unless its partition has another generation by now; all of it or
     * nothing. Operations and follow-ups that are stored already stay as they are.
     */
    public ArchiveResult archive(ArchiveBatch batch) {
        byte[] document = PackedEntries.pack(batch.entries());
        return transactions.run(connection -> archive(connection, batch, document));
    }

    private ArchiveResult archive(Connection connection, ArchiveBatch batch, byte[] document)
            throws SQLException {
        List<PartitionRow> locked = partitions.lock(Set.of(batch.partition()));
        if (locked.isEmpty()) {
            throw new IllegalArgumentException("there is no partition " + batch.partition());
        }
        long generation = locked.getFirst().generation();
        if (generation != batch.generation()) {
            return new ArchiveResult.OutOfDate(generation);
        }
        OperationRows.insertMissing(connection, batch.operations());
        followUps.insertMissing(connection, batch.followUps());
        rows.insertIfAbsent(
                batch.partition(),
                batch.generation(),
                batch.firstEntry().getBytes(StandardCharsets.US_ASCII),
                batch.lastEntry().getBytes(StandardCharsets.US_ASCII),
                batch.latestMillis(),
                batch.greatestId(),
                batch.entries().size(),
                document);
        return new ArchiveResult.Archived();
    }

    /**
     * Hands the entries of {@code partition} to {@code consumer}, in the order in which they were
     * archived: all that are not older than {@code fromMillis}, and some that are. An entry may
     * come twice. No connection is held meanwhile.
     */
    public void read(int partition, long fromMillis, Consumer<String> consumer) {
        long after = 0;
        while (true) {
            long from = after;
            List<ArchiveRow> batches =
                    transactions.run(_ -> rows.after(partition, fromMillis, from, READ_AT_ONCE));
            for (ArchiveRow batch : batches) {
                PackedEntries.unpack(batch.document(), batch.entryCount()).forEach(consumer);
                after = batch.id();
            }
            if (batches.size() < READ_AT_ONCE) {
                return;
            }
        }
    }

    /**
     * Deletes some of what need not be kept at {@code nowMillis}.
     *
     * @return whether there may be more
     */
    public boolean clean(long nowMillis) {
        long before = nowMillis - KEPT.toMillis();
        return transactions.run(_ -> rows.deleteBefore(before, CLEANED_AT_ONCE)) == CLEANED_AT_ONCE;
    }
}
