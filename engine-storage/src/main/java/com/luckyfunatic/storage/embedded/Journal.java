package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.codec.GameCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * The table {@code state_change}: every change, in the order of commits.
 *
 * <p>There is no index by player: that would touch another page for every change, and cost more the
 * more players there are. Instead each change points to the player's change before, and further
 * back to the last one whose sequence is a multiple of {@link #STRIDE}.
 */
final class Journal {
    /** How many changes a pointer further back spans. */
    static final int STRIDE = 64;

    /** In place of the position of a change that is no longer kept. */
    private static final long REMOVED = -1;

    private static final String APPEND =
            """
            INSERT INTO state_change
                (position, id, player_id, sequence, at_millis, previous, skip, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String AT =
            """
            SELECT id, player_id, sequence, at_millis, previous, skip, document
            FROM state_change WHERE position = ?
            """;
    private static final String POINTERS_AT =
            "SELECT sequence, previous, skip FROM state_change WHERE position = ?";
    private static final String AFTER =
            """
            SELECT id, player_id, sequence, at_millis, previous, skip, document, position
            FROM state_change WHERE position > ? ORDER BY position
            """;

    private final Database database;
    private final GameCodec codec;

    Journal(Database database, GameCodec codec) {
        this.database = database;
        this.codec = codec;
    }

    /** Appends a change of {@code player} at {@code position}. */
    void append(
            HotPlayer player,
            StateChange change,
            String document,
            long position,
            WriterStatements statements)
            throws SQLException {
        PreparedStatement append = statements.prepare(APPEND);
        append.setLong(1, position);
        append.setLong(2, change.id());
        append.setLong(3, change.player().value());
        append.setLong(4, change.sequence());
        append.setLong(5, change.atMillis());
        append.setLong(6, player.position());
        append.setLong(7, player.skip());
        append.setString(8, document);
        statements.gather(append);
        player.appended(change.sequence(), position);
    }

    /** Returns the last position, 0 when the journal is empty. */
    long lastPosition() {
        return single("SELECT coalesce(max(position), 0) FROM state_change");
    }

    /** Returns the greatest id among the last changes; ids are given slightly before positions. */
    long greatestId() {
        return single(
                """
                SELECT coalesce(max(id), 0)
                FROM (SELECT id FROM state_change ORDER BY position DESC LIMIT 100000)
                """);
    }

    private long single(String sql) {
        return database.read(reader -> {
            try (ResultSet row = reader.prepare(sql).executeQuery()) {
                return row.getLong(1);
            }
        });
    }

    /**
     * Hands every change after {@code position} to {@code consumer} with its position, in order.
     */
    void replayAfter(long position, ObjLongConsumer<StateChange> consumer) {
        database.read(reader -> {
            PreparedStatement after = reader.prepare(AFTER);
            after.setLong(1, position);
            try (ResultSet rows = after.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(change(rows), rows.getLong(8));
                }
                return position;
            }
        });
    }

    /**
     * Returns changes of a player before {@code beforeSequence}, latest first, from {@code head}.
     */
    Page<StateChange> history(HotPlayer.Committed head, long beforeSequence, int limit) {
        if (head.state() == null || beforeSequence <= 1) {
            return new Page<>(List.of(), false);
        }
        return database.read(reader -> {
            long position = seek(reader, head, beforeSequence);
            List<StateChange> changes = new ArrayList<>(limit + 1);
            while (position > 0 && changes.size() <= limit) {
                position = readAt(reader, position, changes);
            }
            if (changes.size() > limit) {
                return new Page<>(changes.subList(0, limit), true);
            }
            return new Page<>(changes, false, position == REMOVED);
        });
    }

    /**
     * Returns the position of the latest change before {@code beforeSequence}, 0 for none, {@link
     * #REMOVED} when it is no longer kept.
     */
    private static long seek(Reader reader, HotPlayer.Committed head, long beforeSequence)
            throws SQLException {
        long position = head.position();
        while (position > 0) {
            PreparedStatement pointers = reader.prepare(POINTERS_AT);
            pointers.setLong(1, position);
            try (ResultSet row = pointers.executeQuery()) {
                if (!row.next()) {
                    return REMOVED;
                }
                long sequence = row.getLong(1);
                if (sequence < beforeSequence) {
                    return position;
                }
                // The change further back has the greatest multiple of the stride below this one.
                long further = (sequence - 1) / STRIDE * STRIDE;
                position = further >= beforeSequence ? row.getLong(3) : row.getLong(2);
            }
        }
        return 0;
    }

    /** Returns whether the change {@code sequence} is no longer kept, being older than the rest. */
    boolean isRemoved(HotPlayer.Committed head, long sequence) {
        long lowest =
                single("SELECT coalesce(min(position), 9223372036854775807) FROM state_change");
        return database.read(reader -> {
            long position = head.position();
            while (position > 0) {
                PreparedStatement pointers = reader.prepare(POINTERS_AT);
                pointers.setLong(1, position);
                try (ResultSet row = pointers.executeQuery()) {
                    if (!row.next()) {
                        return position < lowest;
                    }
                    long found = row.getLong(1);
                    if (found <= sequence) {
                        return false;
                    }
                    long further = (found - 1) / STRIDE * STRIDE;
                    position = further >= sequence ? row.getLong(3) : row.getLong(2);
                }
            }
            return false;
        });
    }

    /**
     * Adds the change at {@code position} and returns the position of the one before, 0 for none;
     * {@link #REMOVED} when the change is no longer kept.
     */
    long readAt(Reader reader, long position, List<StateChange> changes) throws SQLException {
        PreparedStatement at = reader.prepare(AT);
        at.setLong(1, position);
        try (ResultSet row = at.executeQuery()) {
            if (!row.next()) {
                return REMOVED;
            }
            changes.add(change(row));
            return row.getLong(5);
        }
    }

    private StateChange change(ResultSet row) throws SQLException {
        return codec.readChange(row.getString(7))
                .toChange(
                        row.getLong(1),
                        new PlayerId(row.getLong(2)),
                        row.getLong(3),
                        row.getLong(4));
    }
}
