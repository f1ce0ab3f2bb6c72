package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * One table whose partitions are a player's day: its statements and how its rows are written and
 * read. All statements are idempotent. Thread-safe.
 */
final class DayTable<T extends AuditRow> {
    private final AuditTable table;
    private final RowMapping<T> mapping;
    private final PreparedStatement insert;
    private final PreparedStatement before;
    private final PreparedStatement between;
    private final PreparedStatement count;

    private DayTable(
            AuditTable table, RowMapping<T> mapping, CqlSession session, int retentionDays) {
        this.table = table;
        this.mapping = mapping;
        insert = session.prepare(insertCql(table, retentionDays));
        before = session.prepare(selectCql(table, "") + " LIMIT ?");
        // Within one partition: filtering passes over the part of one player's day that is too new.
        between =
                session.prepare(
                        selectCql(table, " AND at >= ? AND at < ?") + " LIMIT ? ALLOW FILTERING");
        count =
                session.prepare(
                        "SELECT count(*) FROM %s WHERE player_id = ? AND day = ?"
                                .formatted(table.cql()));
    }

    static <T extends AuditRow> DayTable<T> prepare(
            AuditTable table,
            RowMapping<T> mapping,
            CqlSession session,
            ScyllaSettings.Retention retention) {
        return new DayTable<>(table, mapping, session, retention.days(table));
    }

    private static String insertCql(AuditTable table, int retentionDays) {
        List<String> columns = table.columns();
        return "INSERT INTO %s (%s) VALUES (%s) USING TTL %d AND TIMESTAMP ?"
                .formatted(
                        table.cql(),
                        String.join(", ", columns),
                        marks(columns.size()),
                        retentionDays * Days.SECONDS);
    }

    private static String selectCql(AuditTable table, String condition) {
        return "SELECT * FROM %s WHERE player_id = ? AND day = ? AND (%s) < (%s)%s"
                .formatted(
                        table.cql(),
                        String.join(", ", table.position()),
                        marks(table.position().size()),
                        condition);
    }

    private static String marks(int number) {
        return String.join(", ", Collections.nCopies(number, "?"));
    }

    AuditTable table() {
        return table;
    }

    /** Returns the statement that stores {@code row}. */
    BoundStatement insert(T row) {
        Binder statement = new Binder(insert).put(row.player().value());
        statement.put(Days.of(row.atMillis()));
        putPosition(statement, row.position());
        statement.putMoment(row.atMillis());
        mapping.bind(statement, row);
        return statement.put(Days.writeTime(row.atMillis())).build();
    }

    /** Returns the query for rows of a day before {@code position}, latest first. */
    BoundStatement before(PlayerId player, LocalDate day, AuditPosition position, int limit) {
        Binder statement = new Binder(before).put(player.value()).put(day);
        putPosition(statement, position);
        return statement.put(limit).pageSize(limit).build();
    }

    /**
     * Returns the query for rows of a day before {@code position} that happened from one moment on
     * and before another, latest first.
     */
    BoundStatement between(
            PlayerId player,
            LocalDate day,
            AuditPosition position,
            long fromMillis,
            long toMillis,
            int limit) {
        Binder statement = new Binder(between).put(player.value()).put(day);
        putPosition(statement, position);
        return statement
                .putMoment(fromMillis)
                .putMoment(toMillis)
                .put(limit)
                .pageSize(limit)
                .build();
    }

    /** Returns the query for the number of rows of a day. */
    BoundStatement count(PlayerId player, LocalDate day) {
        return new Binder(count).put(player.value()).put(day).build();
    }

    private void putPosition(Binder statement, AuditPosition position) {
        statement.put(position.sequence()).put(position.changeId());
        if (table.ofEvents()) {
            statement.put(position.event());
        }
    }

    /** Returns what {@code row} holds. */
    T read(PlayerId player, Row row) {
        Instant at = row.getInstant("at");
        if (at == null) {
            throw new StorageCorruptException("a row of " + table.cql() + " has no time");
        }
        int event = table.ofEvents() ? row.getInt("event") : 0;
        AuditPosition position =
                new AuditPosition(row.getLong("sequence"), row.getLong("change_id"), event);
        return mapping.read(player, position, at.toEpochMilli(), row);
    }
}
