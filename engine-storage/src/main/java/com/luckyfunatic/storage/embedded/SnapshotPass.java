package com.luckyfunatic.storage.embedded;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Writes the snapshots of changed players, a few at a time between other transactions, and then
 * notes up to where the journal need not be replayed and operations are filed. Used by the writer
 * thread only.
 */
final class SnapshotPass {
    private static final int AT_ONCE = 128;
    private static final String SET_META = "UPDATE meta SET value = ? WHERE name = ?";

    private final Snapshots snapshots;
    private final HotPlayers players;
    private final Positions positions;
    private final Positions operations;
    private final int startAfter;
    private final int waitingMax;
    private final LongSupplier nanoTime;

    /** How long the snapshot of a changed player lags behind, at most and about. */
    private static final long LAG_MAX_NANOS = TimeUnit.SECONDS.toNanos(10);

    private Set<HotPlayer> changed = new LinkedHashSet<>();

    /** When the first of {@link #changed} was added. */
    private long changedSince;

    private int changesSinceStart;

    private final Queue<HotPlayer> pass = new ArrayDeque<>();
    private boolean running;
    private long passPosition;
    private long passOperation;

    /**
     * Writes snapshots of {@code players}.
     *
     * @param positions of the journal
     * @param operations positions of operations
     * @param startAfter how many changes start a pass
     * @param waitingMax how many changed players may wait: they cannot leave memory meanwhile
     * @param nanoTime runs like {@link System#nanoTime()}
     */
    SnapshotPass(
            Snapshots snapshots,
            HotPlayers players,
            Positions positions,
            Positions operations,
            int startAfter,
            int waitingMax,
            LongSupplier nanoTime) {
        this.snapshots = snapshots;
        this.players = players;
        this.positions = positions;
        this.operations = operations;
        this.startAfter = startAfter;
        this.waitingMax = waitingMax;
        this.nanoTime = nanoTime;
    }

    /** Learns that {@code player} has one more committed change. */
    void changed(HotPlayer player) {
        changesSinceStart++;
        if (changed.isEmpty()) {
            changedSince = nanoTime.getAsLong();
        }
        player.dirty = true;
        changed.add(player);
    }

    /** Whether a pass is running, or enough has changed to start one, or something long ago. */
    boolean isDue() {
        return running || changesSinceStart >= startAfter || isBehind() || isLate();
    }

    private boolean isLate() {
        return !changed.isEmpty() && nanoTime.getAsLong() - changedSince >= LAG_MAX_NANOS;
    }

    /** Whether more players wait than memory has room for, so that changes must wait for them. */
    boolean isBehind() {
        return pass.size() + changed.size() > waitingMax;
    }

    /** Whether no changed player is left to write. */
    boolean isIdle() {
        return !running && changed.isEmpty();
    }

    /** Starts a pass unless one is running. */
    void start() {
        if (running) {
            return;
        }
        pass.addAll(changed);
        changed = new LinkedHashSet<>();
        changesSinceStart = 0;
        passPosition = positions.last();
        passOperation = operations.last();
        running = true;
    }

    /** Writes the next few snapshots in a transaction of their own. */
    void step(WriterStatements statements) throws SQLException {
        start();
        Queue<HotPlayer> written = new ArrayDeque<>(AT_ONCE);
        boolean committed = false;
        try {
            statements.begin(false);
            while (written.size() < AT_ONCE && !pass.isEmpty()) {
                HotPlayer player = pass.remove();
                written.add(player);
                snapshots.save(player, statements);
            }
            if (pass.isEmpty()) {
                setMeta("snapshot_position", passPosition, statements);
                setMeta("filed_operation", passOperation, statements);
            }
            statements.commit();
            committed = true;
        } finally {
            if (!committed) {
                // Tried again with the next step; the journal still holds everything.
                pass.addAll(written);
            }
        }
        for (HotPlayer player : written) {
            player.filed();
            player.dirty = changed.contains(player);
        }
        if (pass.isEmpty()) {
            running = false;
            players.evict();
        }
    }

    private static void setMeta(String name, long value, WriterStatements statements)
            throws SQLException {
        PreparedStatement set = statements.prepare(SET_META);
        set.setLong(1, value);
        set.setString(2, name);
        set.executeUpdate();
    }
}
