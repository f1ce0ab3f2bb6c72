package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must hold after every step: sums add up, nothing is negative, sequences have no gap. It
 * looks at the stores themselves, past all faults. Not thread-safe.
 */
final class WorldChecks {
    private static final Wallet NOTHING = new Wallet(0, 0, 0);

    private final World world;
    private final Map<PlayerId, Long> archivedChecked = new HashMap<>();
    private final Map<PlayerId, Long> snapshotsChecked = new HashMap<>();
    private final Map<PlayerId, Seen> hotChecked = new HashMap<>();
    private long steps;

    WorldChecks(World world) {
        this.world = world;
    }

    long steps() {
        return steps;
    }

    /**
     * A step was done.
     *
     * @throws AssertionError when something does not hold
     */
    void step() {
        steps++;
        world.database().rows.forEach(this::checkArchive);
        world.redis().players.forEach(this::checkHot);
    }

    private void checkArchive(PlayerId player, SimulatedDatabase.Row row) {
        TreeMap<Long, StateChange> archive = row.archive;
        long last = archive.isEmpty() ? 0 : archive.lastKey();
        if (last != archive.size()) {
            throw broken(player, "has a gap in the archive before " + last);
        }
        if (row.snapshot != null && row.snapshot.version().sequence() > last) {
            throw broken(player, "has a snapshot that the archive has not come to");
        }
        checkSnapshot(player, row.snapshot);
        long checked = archivedChecked.getOrDefault(player, 0L);
        if (checked < last) {
            archive.tailMap(checked, false)
                    .values()
                    .forEach(change -> checkSum(change, archive.get(change.sequence() - 1)));
            archivedChecked.put(player, last);
        }
    }

    private void checkSnapshot(PlayerId player, SimulatedDatabase.@Nullable Snapshot snapshot) {
        long sequence = snapshot == null ? 0 : snapshot.version().sequence();
        long before = snapshotsChecked.getOrDefault(player, 0L);
        if (sequence < before) {
            throw broken(player, "has snapshot " + sequence + " over the newer one " + before);
        }
        snapshotsChecked.put(player, sequence);
    }

    /** A player whose generation is over must be loaded first: what is there counts no more. */
    private void checkHot(PlayerId player, SimulatedRedis.Hot hot) {
        TreeMap<Long, StateChange> archive = world.database().row(player).archive;
        TreeMap<Long, JournalEntry> journal = world.redis().journal;
        Seen seen = new Seen(hot, archive.size(), journal.isEmpty() ? 0 : journal.firstKey());
        if (hot.version().generation() != world.redis().generation()
                || seen.equals(hotChecked.put(player, seen))) {
            return;
        }
        StateChange last = archive.isEmpty() ? null : archive.lastEntry().getValue();
        long archived = last == null ? 0 : last.sequence();
        for (JournalEntry entry : journal.values()) {
            if (entry.player().equals(player) && entry.sequence() > archived) {
                checkSum(entry.change(), last);
                last = entry.change();
            }
        }
        if (last == null
                || hot.version().sequence() != last.sequence()
                || hot.state().sequence() != last.sequence()) {
            throw broken(player, "is at " + hot.version() + ", the last change is " + last);
        }
        if (!last.walletAfter().equals(hot.state().wallet())) {
            throw broken(player, "has " + hot.state().wallet() + " after " + last);
        }
    }

    /** What a check was made of: as long as that stays, so does what came of it. */
    private record Seen(SimulatedRedis.Hot hot, int archived, long firstInJournal) {}

    private static void checkSum(StateChange change, @Nullable StateChange before) {
        Wallet from = before == null ? NOTHING : before.walletAfter();
        Wallet to = change.walletAfter();
        long funz = 0;
        long jokers = 0;
        for (GameEvent event : change.events()) {
            funz += event.funzDelta();
            jokers += event.jokersDelta();
        }
        if (change.sequence() != (before == null ? 0 : before.sequence()) + 1) {
            throw broken(change.player(), "has a gap before " + change);
        }
        if (to.funz() != from.funz() + funz || to.jokers() != from.jokers() + jokers) {
            throw broken(change.player(), "has a balance that is no sum: " + from + ", " + change);
        }
        if (!isAmount(to.funz()) || !isAmount(to.jokers())) {
            throw broken(change.player(), "has an impossible balance: " + to);
        }
    }

    private static boolean isAmount(long amount) {
        return amount >= 0 && amount <= Amounts.MAX;
    }

    static AssertionError broken(PlayerId player, String how) {
        return new AssertionError("player " + player + " " + how);
    }
}
