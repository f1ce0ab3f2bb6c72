package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.mysql.SnapshotWrite.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.LongStream;

/** The statements on the table {@code player_snapshot}, within a transaction of the caller. */
final class SnapshotRows {
    private static final String HEADS =
            "SELECT player_id, epoch, sequence FROM player_snapshot WHERE player_id IN ";
    private static final String READ =
            "SELECT epoch, sequence, generation, at_millis, format, state FROM player_snapshot"
                    + " WHERE player_id = ?";
    private static final String PLAYERS =
            "SELECT player_id FROM player_snapshot WHERE player_id > ? ORDER BY player_id LIMIT ?";
    private static final String RAISE_EPOCH =
            """
            INSERT INTO player_snapshot
                (player_id, epoch, sequence, generation, at_millis, format, state)
            VALUES (?, 1, 0, 0, 0, 0, NULL) ON DUPLICATE KEY UPDATE epoch = epoch + 1
            """;
    private static final String INSERT =
            "INSERT INTO player_snapshot"
                    + " (player_id, epoch, sequence, generation, at_millis, format, state) VALUES ";
    private static final String REPLACE =
            " ON DUPLICATE KEY UPDATE epoch = VALUES(epoch), sequence = VALUES(sequence),"
                    + " generation = VALUES(generation), at_millis = VALUES(at_millis),"
                    + " format = VALUES(format), state = VALUES(state)";
    private static final String STANDING =
            "UPDATE account SET funz_earned = ?, player_rank = ? WHERE player_id = ?";

    private SnapshotRows() {}

    /** How far a stored snapshot is. */
    record Head(long epoch, long sequence) {}

    /** Locks the rows of {@code players} and returns how far they are; waits for other locks. */
    static Map<PlayerId, Head> lock(Connection connection, SortedSet<PlayerId> players)
            throws SQLException {
        return heads(connection, players, " FOR UPDATE");
    }

    /** Does the same without waiting: rows that others have locked are left out. */
    static Map<PlayerId, Head> lockFree(Connection connection, SortedSet<PlayerId> players)
            throws SQLException {
        return heads(connection, players, " FOR UPDATE SKIP LOCKED");
    }

    /** Returns how far the committed rows of {@code players} are, without locking them. */
    static Map<PlayerId, Head> look(Connection connection, Collection<PlayerId> players)
            throws SQLException {
        return heads(connection, players, "");
    }

    private static Map<PlayerId, Head> heads(
            Connection connection, Collection<PlayerId> players, String locking)
            throws SQLException {
        Map<PlayerId, Head> heads = HashMap.newHashMap(players.size());
        for (List<PlayerId> some : Sql.padded(players)) {
            addHeads(connection, some, locking, heads);
        }
        return heads;
    }

    private static void addHeads(
            Connection connection,
            List<PlayerId> players,
            String locking,
            Map<PlayerId, Head> heads)
            throws SQLException {
        String sql = HEADS + "(" + Sql.list("?", players.size()) + ") ORDER BY player_id" + locking;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int index = 1;
            for (PlayerId player : players) {
                select.setLong(index++, player.value());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    heads.put(
                            new PlayerId(row.getLong(1)), new Head(row.getLong(2), row.getLong(3)));
                }
            }
        }
    }

    /** Raises the epoch of {@code player}, making the row when there is none; locks it. */
    static void raiseEpoch(Connection connection, PlayerId player) throws SQLException {
        try (PreparedStatement raise = connection.prepareStatement(RAISE_EPOCH)) {
            raise.setLong(1, player.value());
            raise.executeUpdate();
        }
    }

    /** Returns the row of {@code player}. */
    static Optional<Snapshot> read(Connection connection, PlayerId player) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setLong(1, player.value());
            try (ResultSet row = read.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(
                        new Snapshot(
                                player,
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getInt(5),
                                row.getString(6)));
            }
        }
    }

    /** Returns up to {@code limit} players after {@code after}, by id. */
    static long[] players(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PLAYERS)) {
            select.setLong(1, after);
            select.setInt(2, limit);
            LongStream.Builder players = LongStream.builder();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    players.add(row.getLong(1));
                }
            }
            return players.build().toArray();
        }
    }

    /**
     * Writes snapshots over rows that are locked, and inserts those that have no row.
     *
     * @param writes sorted by player, each player once
     * @param locked the rows that are locked; a row that is not but exists nevertheless is a
     *     duplicate key
     */
    static void write(Connection connection, List<SnapshotWrite> writes, Map<PlayerId, ?> locked)
            throws SQLException {
        List<Snapshot> snapshots = writes.stream().map(SnapshotWrite::snapshot).toList();
        List<Snapshot> present = snapshots.stream().filter(s -> isIn(locked, s)).toList();
        List<Snapshot> missing = snapshots.stream().filter(s -> !isIn(locked, s)).toList();
        for (List<Snapshot> some : Sql.runs(present)) {
            write(connection, some, REPLACE);
        }
        for (List<Snapshot> some : Sql.runs(missing)) {
            write(connection, some, "");
        }
        writeStandings(connection, writes);
    }

    private static boolean isIn(Map<PlayerId, ?> locked, Snapshot snapshot) {
        return locked.containsKey(snapshot.player());
    }

    private static void write(Connection connection, List<Snapshot> snapshots, String onDuplicate)
            throws SQLException {
        String sql = INSERT + Sql.list("(?, ?, ?, ?, ?, ?, ?)", snapshots.size()) + onDuplicate;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int index = 1;
            for (Snapshot snapshot : snapshots) {
                insert.setLong(index++, snapshot.player().value());
                insert.setLong(index++, snapshot.epoch());
                insert.setLong(index++, snapshot.sequence());
                insert.setLong(index++, snapshot.generation());
                insert.setLong(index++, snapshot.atMillis());
                insert.setInt(index++, snapshot.format());
                insert.setBytes(index++, Sql.utf8(snapshot.state()));
            }
            insert.executeUpdate();
        }
    }

    private static void writeStandings(Connection connection, List<SnapshotWrite> writes)
            throws SQLException {
        if (writes.stream().allMatch(write -> write.standing() == null)) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(STANDING)) {
            for (SnapshotWrite write : writes) {
                Standing standing = write.standing();
                if (standing != null) {
                    update.setLong(1, standing.funzEarned());
                    update.setInt(2, standing.rank());
                    update.setLong(3, write.snapshot().player().value());
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }
}
