package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.storage.retention.RetentionClock;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Removes changes from the journal that are older than they are kept for, a few at a time. Used by
 * the writer thread only.
 *
 * <p>Age is not read from the changes, whose time is that of their sender. About once an hour the
 * position that the journal has reached is marked with the store's own time; what lies before a
 * mark is at least as old. A change that opening would replay is never removed, nor one that the
 * state of an answer may be replayed over.
 */
final class JournalRetention {
    private static final int REMOVED_AT_ONCE = 200;
    private static final long MARKED_EVERY_MILLIS = Duration.ofHours(1).toMillis();

    private static final String MARK =
            "INSERT OR REPLACE INTO journal_mark (at_millis, position) VALUES (?, ?)";
    private static final String OLD =
            """
            SELECT coalesce(min(
                (SELECT max(position) FROM journal_mark WHERE at_millis <= ?),
                (SELECT value FROM meta WHERE name = 'snapshot_position')), 0)
            """;
    private static final String REMOVE =
            """
            DELETE FROM state_change WHERE position IN
                (SELECT position FROM state_change WHERE position <= ? ORDER BY position LIMIT ?)
            """;
    private static final String KEEP_GREATEST_ID =
            "UPDATE meta SET value = max(value, ?) WHERE name = 'greatest_id'";
    private static final String NOTE_REMOVED =
            """
            UPDATE meta SET value = max(value, min(?, coalesce(
                (SELECT min(position) - 1 FROM state_change), ?)))
            WHERE name = 'removed_position'
            """;
    private static final String REMOVE_MARKS = "DELETE FROM journal_mark WHERE position < ?";

    private final RetentionClock clock;
    private final long keptMillis;
    private final Positions positions;
    private final GreatestId greatestId;
    private long markedAtMillis = Long.MIN_VALUE;
    private long markedPosition;

    /**
     * Keeps changes for {@code kept}, and in any case as long as states are replayed over them.
     *
     * @param kept zero for ever
     */
    JournalRetention(
            RetentionClock clock, Duration kept, Positions positions, GreatestId greatestId) {
        this.clock = clock;
        keptMillis = kept.isZero() ? 0 : Math.max(kept.toMillis(), KeptStates.KEPT.toMillis());
        this.positions = positions;
        this.greatestId = greatestId;
    }

    /** Removes some of what is too old, inside a transaction; true if more may be. */
    boolean removeSome(WriterStatements statements) throws SQLException {
        if (keptMillis == 0) {
            return false;
        }
        long now = clock.millis();
        markIfDue(now, statements);
        long old = oldPosition(now - keptMillis, statements);
        if (old == 0) {
            return false;
        }
        PreparedStatement remove = statements.prepare(REMOVE);
        remove.setLong(1, old);
        remove.setInt(2, REMOVED_AT_ONCE);
        int removed = remove.executeUpdate();
        if (removed > 0) {
            PreparedStatement keep = statements.prepare(KEEP_GREATEST_ID);
            keep.setLong(1, greatestId.value());
            keep.executeUpdate();
            PreparedStatement note = statements.prepare(NOTE_REMOVED);
            note.setLong(1, old);
            note.setLong(2, old);
            note.executeUpdate();
        }
        boolean more = removed == REMOVED_AT_ONCE;
        if (!more) {
            PreparedStatement marks = statements.prepare(REMOVE_MARKS);
            marks.setLong(1, old);
            marks.executeUpdate();
        }
        return more;
    }

    private void markIfDue(long now, WriterStatements statements) throws SQLException {
        long position = positions.last();
        if (position == markedPosition || now - MARKED_EVERY_MILLIS < markedAtMillis) {
            return;
        }
        PreparedStatement mark = statements.prepare(MARK);
        mark.setLong(1, now);
        mark.setLong(2, position);
        mark.executeUpdate();
        markedAtMillis = now;
        markedPosition = position;
    }

    private static long oldPosition(long beforeMillis, WriterStatements statements)
            throws SQLException {
        PreparedStatement old = statements.prepare(OLD);
        old.setLong(1, beforeMillis);
        try (ResultSet row = old.executeQuery()) {
            return row.getLong(1);
        }
    }
}
