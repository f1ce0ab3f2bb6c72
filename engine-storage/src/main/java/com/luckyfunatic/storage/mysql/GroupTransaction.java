package com.luckyfunatic.storage.mysql;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.mysql.OperationRows.Cause;
import com.luckyfunatic.storage.mysql.OperationRows.OperationKey;
import com.luckyfunatic.storage.mysql.SnapshotRows.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What happens inside the transaction of a group of hard changes. Used once. */
final class GroupTransaction {
    private final Connection connection;
    private final FollowUpRows followUps;
    private final Map<WaitingChange, HardResult> results = new HashMap<>();

    GroupTransaction(Connection connection, FollowUpRows followUps) {
        this.connection = connection;
        this.followUps = followUps;
    }

    /** Writes what may be written and returns what became of each, without those in the way. */
    Map<WaitingChange, HardResult> write(List<WaitingChange> changes) throws SQLException {
        SortedSet<PlayerId> players = new TreeSet<>();
        changes.forEach(change -> players.add(change.player()));
        Map<PlayerId, Head> heads = SnapshotRows.lockFree(connection, players);
        players.removeAll(heads.keySet());
        Collection<PlayerId> lockedByOthers = SnapshotRows.look(connection, players).keySet();

        List<WaitingChange> superseded = new ArrayList<>();
        List<WaitingChange> current = new ArrayList<>(changes.size());
        for (WaitingChange change : changes) {
            Head head = heads.get(change.player());
            if (!lockedByOthers.contains(change.player())) {
                boolean isCurrent = head == null || head.epoch() <= change.snapshot().epoch();
                (isCurrent ? current : superseded).add(change);
            }
        }
        lookUp(superseded, heads);
        writeCurrent(current, heads);
        return results;
    }

    /** Finds out which changes on outdated copies were committed before those were outdated. */
    private void lookUp(List<WaitingChange> superseded, Map<PlayerId, Head> heads)
            throws SQLException {
        Map<OperationKey, Cause> stored =
                OperationRows.look(
                        connection, superseded.stream().map(WaitingChange::key).toList());
        for (WaitingChange change : superseded) {
            // What was carried out anew meanwhile under the same id is another change.
            Cause cause = stored.get(change.key());
            results.put(
                    change,
                    cause != null && cause.isOf(change.change().operation())
                            ? new HardResult.Committed()
                            : new HardResult.Superseded(epoch(heads, change)));
        }
    }

    private static long epoch(Map<PlayerId, Head> heads, WaitingChange change) {
        Head head = heads.get(change.player());
        return head == null ? 0 : head.epoch();
    }

    private void writeCurrent(List<WaitingChange> current, Map<PlayerId, Head> heads)
            throws SQLException {
        Map<OperationKey, Cause> causes = insertOperations(current);
        List<WaitingChange> committed = new ArrayList<>(current.size());
        List<CalledFor> calledFor = new ArrayList<>();
        for (WaitingChange change : current) {
            HardResult result = resultOf(change, requireNonNull(causes.get(change.key())));
            results.put(change, result);
            if (result instanceof HardResult.Committed) {
                committed.add(change);
                calledFor.addAll(change.change().followUps());
            }
        }
        List<SnapshotWrite> written = latest(committed, heads);
        SnapshotRows.write(connection, written, heads);
        followUps.insertMissing(connection, calledFor);
        Unarchived.write(connection, written, followUps);
    }

    /**
     * Inserts the operations that are new, also those that made the unarchived changes before, and
     * returns whose change each one is.
     */
    private Map<OperationKey, Cause> insertOperations(List<WaitingChange> changes)
            throws SQLException {
        Map<OperationKey, StoredOperation> first = new LinkedHashMap<>();
        changes.forEach(change -> first.putIfAbsent(change.key(), change.change().operation()));
        Unarchived.operations(changes.stream().map(change -> change.change().snapshot()).toList())
                .forEach(operation -> first.putIfAbsent(OperationKey.of(operation), operation));
        Map<OperationKey, Cause> before =
                OperationRows.insertMissing(connection, List.copyOf(first.values()));
        Map<OperationKey, Cause> causes = new LinkedHashMap<>();
        first.forEach((key, operation) -> causes.put(key, new Cause(operation.changeId())));
        causes.putAll(before);
        return causes;
    }

    private static HardResult resultOf(WaitingChange change, Cause cause) {
        return cause.isOf(change.change().operation())
                ? new HardResult.Committed()
                : new HardResult.IdTaken();
    }

    /** Returns the latest snapshot of each player that is later than the stored one, in order. */
    private static List<SnapshotWrite> latest(
            List<WaitingChange> committed, Map<PlayerId, Head> heads) {
        Map<PlayerId, SnapshotWrite> latest = new TreeMap<>();
        for (WaitingChange change : committed) {
            SnapshotWrite write = change.change().snapshot();
            Head head = heads.get(change.player());
            SnapshotWrite other = latest.get(change.player());
            if ((head == null || write.snapshot().isAfter(head.epoch(), head.sequence()))
                    && (other == null || write.snapshot().isAfter(other.snapshot()))) {
                latest.put(change.player(), write);
            }
        }
        return List.copyOf(latest.values());
    }
}
