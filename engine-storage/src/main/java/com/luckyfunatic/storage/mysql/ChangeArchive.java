package com.luckyfunatic.storage.mysql;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.player.PlayerId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Every change of the last two days, in batches as the journals were drained, and older ones that
 * the audit is not known to have or a player's snapshot lacks. Hydration replays it, and the audit
 * is fed from it. Thread-safe; every method throws {@link
 * com.luckyfunatic.engine.storage.StorageUnavailableException} when the database does not answer in
 * time.
 */
public final class ChangeArchive {
    /** How long changes are kept at least. */
    public static final Duration KEPT = Duration.ofDays(2);

    private static final int READ_AT_ONCE = 20;
    private static final int CLEANED_AT_ONCE = 10;

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

    /** Archives one batch, as {@link #archive(List)} does. */
    public ArchiveResult archive(ArchiveBatch batch) {
        return archive(List.of(batch)).getFirst();
    }

    /**
     * Archives {@code batches} in one transaction: each, unless its partition has another
     * generation by now. Operations and follow-ups that are stored already stay as they are.
     *
     * @return how it ended for each of them, in order
     */
    public List<ArchiveResult> archive(List<ArchiveBatch> batches) {
        if (batches.isEmpty()) {
            return List.of();
        }
        List<PackedBatch> packed = batches.stream().map(PackedBatch::of).toList();
        return transactions.run(connection -> archive(connection, packed));
    }

    private List<ArchiveResult> archive(Connection connection, List<PackedBatch> packed)
            throws SQLException {
        Map<Integer, Long> generations = generations(packed);
        List<ArchiveResult> results = new ArrayList<>(packed.size());
        List<PackedBatch> present = new ArrayList<>(packed.size());
        for (PackedBatch each : packed) {
            long generation = requireNonNull(generations.get(each.batch().partition()));
            if (generation == each.batch().generation()) {
                present.add(each);
                results.add(new ArchiveResult.Archived());
            } else {
                results.add(new ArchiveResult.OutOfDate(generation));
            }
        }
        OperationRows.insertMissing(
                connection,
                present.stream().flatMap(each -> each.batch().operations().stream()).toList());
        followUps.insertMissing(
                connection,
                present.stream().flatMap(each -> each.batch().followUps().stream()).toList());
        ArchiveRows.insertMissing(connection, present);
        return results;
    }

    /** Locks the partitions until the end of the transaction. */
    private Map<Integer, Long> generations(List<PackedBatch> packed) {
        Set<Integer> numbers = new TreeSet<>();
        packed.forEach(each -> numbers.add(each.batch().partition()));
        Map<Integer, Long> generations = new HashMap<>();
        partitions.lock(numbers).forEach(row -> generations.put(row.number(), row.generation()));
        if (generations.size() < numbers.size()) {
            numbers.removeAll(generations.keySet());
            throw new IllegalArgumentException("there is no partition " + numbers);
        }
        return generations;
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
                entries(batch).forEach(consumer);
                after = batch.id();
            }
            if (batches.size() < READ_AT_ONCE) {
                return;
            }
        }
    }

    /**
     * Returns up to {@code limit} batches of {@code partition} after {@code id} that the audit is
     * not known to have for good, in order.
     */
    public List<ArchivedBatch> unconfirmed(int partition, long id, int limit) {
        return transactions.run(_ -> rows.unconfirmed(partition, id, limit)).stream()
                .map(row -> new ArchivedBatch(row.id(), entries(row)))
                .toList();
    }

    /** A batch that was read and not unpacked yet. */
    public static final class Packed {
        private final ArchiveRow row;

        private Packed(ArchiveRow row) {
            this.row = row;
        }

        /**
         * Unpacks it.
         *
         * @throws RuntimeException when that is not possible
         */
        public ArchivedBatch unpack() {
            return new ArchivedBatch(row.id(), entries(row));
        }
    }

    /** What waits for the audit of some partitions: batches of each, and whether it has more. */
    public record Waiting(Map<Integer, List<Packed>> batches, Set<Integer> more) {}

    /**
     * Returns batches of several partitions that the audit is not known to have for good, those of
     * each in order. Of all that wait the oldest come, until they have {@code entries} together.
     *
     * @param positions for each partition, the id behind which to look
     */
    public Waiting unconfirmed(Map<Integer, Long> positions, int entries) {
        if (positions.isEmpty()) {
            return new Waiting(Map.of(), Set.of());
        }
        List<ArchiveRows.Head> heads = new ArrayList<>();
        Map<Long, ArchiveRow> found =
                transactions.run(connection -> {
                    heads.clear();
                    heads.addAll(ArchiveRows.unconfirmed(connection, positions));
                    return ArchiveRows.read(connection, oldest(heads, entries));
                });
        Map<Integer, List<Packed>> batches = new TreeMap<>();
        Set<Integer> more = new TreeSet<>();
        Map<Integer, Integer> listed = new HashMap<>();
        for (ArchiveRows.Head head : heads) {
            ArchiveRow row = found.get(head.id());
            if (row != null) {
                batches.computeIfAbsent(head.partition(), _ -> new ArrayList<>())
                        .add(new Packed(row));
            }
            if (listed.merge(head.partition(), 1, Integer::sum) == ArchiveRows.LISTED_AT_ONCE
                    || row == null) {
                more.add(head.partition());
            }
        }
        return new Waiting(batches, more);
    }

    /** Returns the ids of those who were archived first and have so many entries together. */
    private static List<Long> oldest(List<ArchiveRows.Head> heads, int entries) {
        List<Long> ids = new ArrayList<>();
        int sum = 0;
        for (ArchiveRows.Head head : heads) {
            if (sum >= entries) {
                break;
            }
            ids.add(head.id());
            sum += head.entries();
        }
        return ids;
    }

    /**
     * Returns the ids of all batches of {@code partition} up to {@code id} that the audit is not
     * known to have for good.
     */
    public List<Long> unconfirmedTo(int partition, long id) {
        return transactions.run(_ -> rows.unconfirmedTo(partition, id));
    }

    /** Remembers that the audit has batches for good. */
    public void confirm(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            transactions.runVoid(_ -> rows.confirm(ids));
        }
    }

    /** Returns up to {@code limit} batches of all partitions behind one id and up to another. */
    public List<ArchivedBatch> between(long afterId, long toId, int limit) {
        return transactions.run(_ -> rows.between(afterId, toId, limit)).stream()
                .map(row -> new ArchivedBatch(row.id(), entries(row)))
                .toList();
    }

    /** Returns how many batches have a greater id. */
    public long countAfter(long id) {
        return transactions.run(_ -> rows.countAfter(id));
    }

    /** Returns the greatest id of a batch that is archived; 0 for none. */
    public long lastId() {
        return transactions.run(_ -> rows.lastId());
    }

    /**
     * Returns the least id of a batch that the audit is not known to have for good; {@link
     * Long#MAX_VALUE} for none.
     */
    public long firstUnconfirmedId() {
        return transactions.run(_ -> rows.firstUnconfirmedId());
    }

    private static List<String> entries(ArchiveRow row) {
        return PackedEntries.unpack(row.document(), row.entryCount());
    }

    /**
     * Deletes some of what need not be kept at {@code nowMillis}: batches that are older than
     * {@link #KEPT}, that the audit has for good, and of which the snapshot of every player is at
     * least as far. So a player whose last changes Redis lost is still loaded with them whenever he
     * comes back, and an audit that is away for a week gets everything.
     *
     * @param sealedTo batches behind this id stay, whatever they are
     * @return whether there may be more
     */
    public boolean clean(long nowMillis, long sealedTo) {
        long before = nowMillis - KEPT.toMillis();
        long after = 0;
        while (true) {
            long from = after;
            List<ArchiveRow> old =
                    transactions.run(
                            _ -> rows.confirmedBefore(before, from, sealedTo, CLEANED_AT_ONCE));
            if (old.isEmpty()) {
                return false;
            }
            List<Long> unneeded = transactions.run(connection -> unneeded(connection, old));
            if (!unneeded.isEmpty()) {
                transactions.runVoid(_ -> rows.delete(unneeded));
                return true;
            }
            after = old.getLast().id();
        }
    }

    /** Snapshots never go back, so what is unneeded once remains so. */
    private static List<Long> unneeded(Connection connection, List<ArchiveRow> old)
            throws SQLException {
        Map<Long, Map<PlayerId, Long>> lastSequences = new LinkedHashMap<>();
        Set<PlayerId> players = new TreeSet<>();
        for (ArchiveRow row : old) {
            Map<PlayerId, Long> last = new HashMap<>();
            for (String entry : entries(row)) {
                EntryHead head = EntryHead.of(entry);
                if (head != null) {
                    last.merge(head.player(), head.sequence(), Math::max);
                }
            }
            players.addAll(last.keySet());
            lastSequences.put(row.id(), last);
        }
        Map<PlayerId, SnapshotRows.Head> heads = SnapshotRows.look(connection, players);
        List<Long> unneeded = new ArrayList<>(old.size());
        lastSequences.forEach((id, last) -> {
            if (last.entrySet().stream().allMatch(each -> isCovered(each, heads))) {
                unneeded.add(id);
            }
        });
        return unneeded;
    }

    private static boolean isCovered(
            Map.Entry<PlayerId, Long> last, Map<PlayerId, SnapshotRows.Head> heads) {
        SnapshotRows.Head head = heads.get(last.getKey());
        return head != null && head.sequence() >= last.getValue();
    }
}
