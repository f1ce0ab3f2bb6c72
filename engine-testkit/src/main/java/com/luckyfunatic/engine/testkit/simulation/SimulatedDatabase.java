package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.StateChange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The durable store: each method is one transaction. What it has committed it keeps; whether it has
 * committed, who asked does not always learn. Not thread-safe.
 */
class SimulatedDatabase implements FollowUpQueue {
    final Map<PlayerId, Row> rows = new LinkedHashMap<>();
    final Map<OperationKey, KeptAnswer> answers = new HashMap<>();
    private final Map<Long, StateChange> unaudited = new LinkedHashMap<>();
    private final TreeMap<Long, PendingFollowUp> followUps = new TreeMap<>();
    private final Map<OperationKey, Dropped> dropped = new HashMap<>();
    private long generation = 1;
    private long numbers;

    /** A player. */
    static final class Row {
        final TreeMap<Long, StateChange> archive = new TreeMap<>();
        long epoch;
        @Nullable Snapshot snapshot;
    }

    /** A state, and which it is. */
    record Snapshot(Version version, PlayerState state) {}

    /** A player as he is to be loaded: under a new epoch. */
    record Loaded(long epoch, @Nullable Snapshot snapshot) {}

    /**
     * A change that must not be answered before it is here.
     *
     * @param snapshot the player after it, or later
     */
    record HardChange(
            PlayerId player, OperationId operation, KeptAnswer answer, Snapshot snapshot) {}

    /** The hot store has another generation: nothing of an earlier one is archived any more. */
    long confirmGeneration(long present) {
        generation = Math.max(generation, present);
        return generation;
    }

    /** Raises the epoch of {@code player} and returns his last snapshot. */
    Loaded load(PlayerId player) {
        Row row = row(player);
        row.epoch++;
        return new Loaded(row.epoch, row.snapshot);
    }

    @Nullable Snapshot snapshot(PlayerId player) {
        return row(player).snapshot;
    }

    long epoch(PlayerId player) {
        return row(player).epoch;
    }

    List<StateChange> archivedAfter(PlayerId player, long sequence) {
        return List.copyOf(row(player).archive.tailMap(sequence, false).values());
    }

    @Nullable KeptAnswer answer(OperationKey key) {
        return answers.get(key);
    }

    /**
     * Makes a hard change safe; again is no error.
     *
     * @return false when the player was loaded anew meanwhile
     */
    boolean commit(HardChange change, List<JournalEntry> unarchived) {
        if (!mayWrite(row(change.player()), change.snapshot().version())) {
            return false;
        }
        OperationKey key = new OperationKey(change.player(), change.operation());
        KeptAnswer known = answers.putIfAbsent(key, change.answer());
        if (known != null && known.change() != change.answer().change()) {
            throw new AssertionError("operation " + key + " stands for two changes");
        }
        flush(change.player(), change.snapshot(), unarchived);
        return true;
    }

    /**
     * Writes a snapshot, and the changes up to it that are not archived yet.
     *
     * @return false when what is here is newer
     */
    boolean flush(PlayerId player, Snapshot snapshot, List<JournalEntry> unarchived) {
        Row row = row(player);
        if (!mayWrite(row, snapshot.version())) {
            return false;
        }
        unarchived.forEach(this::archive);
        if (isNewer(snapshot, row.snapshot)) {
            row.snapshot = snapshot;
        }
        return true;
    }

    boolean mayWrite(Row row, Version version) {
        return version.epoch() >= row.epoch;
    }

    boolean isNewer(Snapshot snapshot, @Nullable Snapshot stored) {
        return stored == null
                || snapshot.version().epoch() > stored.version().epoch()
                || snapshot.version().sequence() >= stored.version().sequence();
    }

    /**
     * Archives entries of the journal of a generation; again is no error.
     *
     * @return false when the hot store has another generation by now
     */
    boolean archive(long ofGeneration, List<JournalEntry> entries) {
        if (!isPresent(ofGeneration, generation)) {
            return false;
        }
        entries.forEach(this::archive);
        return true;
    }

    boolean isPresent(long ofGeneration, long present) {
        return ofGeneration == present;
    }

    private void archive(JournalEntry entry) {
        StateChange change = entry.change();
        StateChange known = row(entry.player()).archive.putIfAbsent(change.sequence(), change);
        if (known != null) {
            if (known.id() != change.id()) {
                throw new AssertionError(
                        "two changes have the same sequence: " + known + ", " + change);
            }
            return;
        }
        if (entry.operation() != null && entry.answer() != null) {
            answers.putIfAbsent(
                    new OperationKey(entry.player(), entry.operation()), entry.answer());
        }
        unaudited.put(change.id(), change);
        for (GameEvent event : change.events()) {
            FollowUp followUp = event.followUp(entry.player());
            if (followUp != null && !dropped.containsKey(key(followUp))) {
                long number = ++numbers;
                followUps.put(number, new PendingFollowUp(number, followUp, change.atMillis()));
            }
        }
    }

    /** Returns the first changes that the audit is not known to have. */
    List<StateChange> unaudited(int limit) {
        return unaudited.values().stream().limit(limit).toList();
    }

    /** The audit has these. */
    void audited(List<StateChange> changes) {
        changes.forEach(change -> unaudited.remove(change.id()));
    }

    @Override
    public List<PendingFollowUp> pending(int limit, long nowMillis) {
        return followUps.values().stream()
                .filter(each -> each.dueAtMillis() <= nowMillis)
                .limit(limit)
                .toList();
    }

    @Override
    public Page<PendingFollowUp> waiting(@Nullable WaitingPosition after, int limit) {
        return Page.ofOneMore(
                followUps.values().stream()
                        .sorted(Comparator.comparing(WaitingPosition::of))
                        .filter(each ->
                                after == null || WaitingPosition.of(each).compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }

    @Override
    public Optional<PendingFollowUp> findWaiting(PlayerId player, OperationId operationId) {
        OperationKey key = new OperationKey(player, operationId);
        return followUps.values().stream()
                .filter(each -> new OperationKey(each.player(), each.operationId()).equals(key))
                .findFirst();
    }

    @Override
    public void complete(PendingFollowUp followUp) {
        followUps.remove(followUp.id());
    }

    @Override
    public void postpone(PendingFollowUp followUp) {
        PendingFollowUp present = followUps.remove(followUp.id());
        if (present != null) {
            long number = ++numbers;
            followUps.put(number, present.renumbered(number));
        }
    }

    @Override
    public void noteFailure(PendingFollowUp followUp, long atMillis, String reason) {
        followUps.computeIfPresent(followUp.id(), (_, present) -> present.failed(atMillis, reason));
    }

    @Override
    public Dropped drop(FollowUp followUp, OperationId by, long atMillis) {
        findWaiting(followUp.player(), followUp.operationId())
                .ifPresent(each -> followUps.remove(each.id()));
        return dropped.computeIfAbsent(key(followUp), _ -> new Dropped(by, atMillis));
    }

    @Override
    public Optional<Dropped> dropped(PlayerId player, OperationId operationId) {
        return Optional.ofNullable(dropped.get(new OperationKey(player, operationId)));
    }

    private static OperationKey key(FollowUp followUp) {
        return new OperationKey(followUp.player(), followUp.operationId());
    }

    final Row row(PlayerId player) {
        return rows.computeIfAbsent(player, _ -> new Row());
    }
}
