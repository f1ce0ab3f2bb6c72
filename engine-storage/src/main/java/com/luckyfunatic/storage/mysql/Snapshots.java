package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.mysql.SnapshotRows.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * The players' snapshots, each fenced by {@code (epoch, sequence)}: an older copy never overwrites
 * a newer one. Thread-safe; every method throws {@link
 * com.luckyfunatic.engine.storage.StorageUnavailableException} when the database does not answer in
 * time.
 */
public final class Snapshots {
    /** The most snapshots that one transaction writes. */
    public static final int FLUSHED_AT_ONCE = 500;

    private static final int READ_AT_ONCE = 10_000;

    private static final Comparator<SnapshotWrite> BY_PLAYER =
            Comparator.comparing(write -> write.snapshot().player());

    private final Transactions transactions;
    private final FollowUpRows followUps;

    Snapshots(Transactions transactions, FollowUpRows followUps) {
        this.transactions = transactions;
        this.followUps = followUps;
    }

    /**
     * Raises the epoch of {@code player} and returns the snapshot under the new one. From then on
     * only copies that were made of it, or of a later load, can be flushed.
     *
     * <p>A player who has none gets an empty one, so that of two copies that begin from nothing one
     * is fenced off as well.
     */
    public Snapshot load(PlayerId player) {
        return transactions.run(connection -> {
            SnapshotRows.raiseEpoch(connection, player);
            return SnapshotRows.read(connection, player).orElseThrow();
        });
    }

    /** Returns the snapshot of {@code player} as it is, for looking only. */
    public Optional<Snapshot> find(PlayerId player) {
        return transactions.run(connection -> SnapshotRows.read(connection, player));
    }

    /**
     * Hands every player who was ever looked for to {@code consumer}, by id; some of them have no
     * state. No connection is held meanwhile.
     */
    public void forEachPlayer(LongConsumer consumer) {
        long after = 0;
        long[] players;
        do {
            long from = after;
            players =
                    transactions.run(
                            connection -> SnapshotRows.players(connection, from, READ_AT_ONCE));
            for (long player : players) {
                consumer.accept(player);
                after = player;
            }
        } while (players.length == READ_AT_ONCE);
    }

    /**
     * Writes the snapshots that are later than the stored ones, each together with those of its
     * changes that are not archived yet.
     *
     * @param writes each player once, any number
     * @return the players of whom something later is stored: their copy is out of date. Writing
     *     what is stored already is no such case.
     */
    public Set<PlayerId> flush(List<SnapshotWrite> writes) {
        List<SnapshotWrite> sorted = writes.stream().sorted(BY_PLAYER).toList();
        Set<PlayerId> stale = new HashSet<>();
        for (int from = 0; from < sorted.size(); from += FLUSHED_AT_ONCE) {
            int to = Math.min(sorted.size(), from + FLUSHED_AT_ONCE);
            List<SnapshotWrite> part = sorted.subList(from, to);
            stale.addAll(transactions.run(connection -> flush(connection, part)));
        }
        return stale;
    }

    private Set<PlayerId> flush(Connection connection, List<SnapshotWrite> sorted)
            throws SQLException {
        SortedSet<PlayerId> players = new TreeSet<>();
        sorted.forEach(write -> players.add(write.snapshot().player()));
        Map<PlayerId, Head> heads = SnapshotRows.lock(connection, players);
        Set<PlayerId> stale = new HashSet<>();
        List<SnapshotWrite> later = new ArrayList<>(sorted.size());
        for (SnapshotWrite write : sorted) {
            Snapshot snapshot = write.snapshot();
            Head head = heads.get(snapshot.player());
            if (head == null || snapshot.isAfter(head.epoch(), head.sequence())) {
                later.add(write);
            } else if (snapshot.epoch() != head.epoch() || snapshot.sequence() != head.sequence()) {
                stale.add(snapshot.player());
            }
        }
        OperationRows.insertMissing(connection, Unarchived.operations(later));
        SnapshotRows.write(connection, later, heads);
        Unarchived.write(connection, later, followUps);
        return stale;
    }
}
