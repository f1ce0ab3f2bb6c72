package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * The index of the days on which a player has rows, so that a reader opens no empty partition.
 *
 * <p>An entry holds the lowest sequence of its day. It is written as of the day's start less that
 * sequence, so of two entries for a day the database keeps the lower, whichever comes first, and
 * nobody has to read before writing. {@link KnownDays} leaves about one such write per player, day
 * and process. Thread-safe.
 */
final class PlayerDays {
    /**
     * How much longer an entry lives than the rows of its day: rows written so long after the first
     * of their day are still found to their end.
     */
    private static final int EXTRA_DAYS = 30;

    private final Map<AuditTable, PreparedStatement> inserts = new EnumMap<>(AuditTable.class);
    private final PreparedStatement select;

    PlayerDays(CqlSession session, ScyllaSettings.Retention retention) {
        for (AuditTable table : AuditTable.values()) {
            long seconds = (retention.days(table) + EXTRA_DAYS) * Days.SECONDS;
            inserts.put(
                    table,
                    session.prepare(
                            "INSERT INTO player_day (player_id, audit_table, day, first_sequence)"
                                    + " VALUES (?, '%s', ?, ?) USING TTL %d AND TIMESTAMP ?"
                                            .formatted(table.cql(), seconds)));
        }
        select =
                session.prepare(
                        "SELECT day, first_sequence FROM player_day"
                                + " WHERE player_id = ? AND audit_table = ?"
                                + " AND day >= ? AND day <= ?");
    }

    /** Returns the statement that stores an entry. */
    BoundStatement insert(PlayerDay day, long firstSequence) {
        PreparedStatement insert = inserts.get(day.table());
        if (insert == null) {
            throw new IllegalStateException("no statement for " + day.table());
        }
        return new Binder(insert)
                .put(day.player().value())
                .put(day.day())
                .put(firstSequence)
                .put(Days.writeTime(day.day()) - firstSequence)
                .build();
    }

    /** Returns the query for the entries of {@code table} from one day to another, latest first. */
    BoundStatement select(PlayerId player, AuditTable table, LocalDate from, LocalDate to) {
        return new Binder(select).put(player.value()).put(table.cql()).put(from).put(to).build();
    }

    /** Returns the day of an entry. */
    static LocalDate day(Row entry) {
        LocalDate day = entry.getLocalDate("day");
        if (day == null) {
            throw new StorageCorruptException("an entry of player_day has no day");
        }
        return day;
    }

    /** Returns the lowest sequence of an entry's day. */
    static long firstSequence(Row entry) {
        return entry.getLong("first_sequence");
    }
}
