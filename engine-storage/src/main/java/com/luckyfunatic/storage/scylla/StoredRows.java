package com.luckyfunatic.storage.scylla;

import static java.util.Objects.requireNonNull;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.metadata.TokenMap;
import com.datastax.oss.driver.api.core.type.codec.TypeCodecs;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The rows of the audit trail as they are stored, in slices of the ring of tokens or a player's day
 * at a time. Thread-safe.
 */
final class StoredRows {
    private static final int PAGE_ROWS = 500;
    private static final int ENTRIES_AT_ONCE = 64;

    /** Of a whole slice much may have to be passed over until a page is full. */
    private static final int PATIENCE = 5;

    private final Requests requests;
    private final TokenMap tokens;
    private final ProtocolVersion protocol;
    private final Duration patience;
    private final PreparedStatement entry;
    private final Map<AuditTable, PreparedStatement> scans = new EnumMap<>(AuditTable.class);
    private final Map<AuditTable, PreparedStatement> days = new EnumMap<>(AuditTable.class);

    StoredRows(CqlSession session, Requests requests, ScyllaSettings settings) {
        this.requests = requests;
        patience = settings.requestTimeout().multipliedBy(PATIENCE);
        protocol = session.getContext().getProtocolVersion();
        tokens =
                session.getMetadata()
                        .getTokenMap()
                        .orElseThrow(() ->
                                new StorageNotOpenableException(
                                        "the audit database tells no tokens of its nodes"));
        for (AuditTable table : AuditTable.values()) {
            String from =
                    "SELECT %s FROM %s WHERE "
                            .formatted(String.join(", ", table.columns()), table.cql());
            scans.put(
                    table,
                    session.prepare(
                            from + "token(player_id, day) >= ? AND token(player_id, day) <= ?"));
            days.put(table, session.prepare(from + "player_id = ? AND day = ?"));
        }
        entry =
                session.prepare(
                        "SELECT first_sequence FROM player_day"
                                + " WHERE player_id = ? AND audit_table = ? AND day = ?");
    }

    /**
     * A row: where it lies, and the beginning of its hash.
     *
     * @param player whatever number a hand has put there
     */
    record Stored(AuditTable table, long player, LocalDate day, long sequence, long mark) {}

    /** Returns where on the ring a player's day lies; all tables agree on it. */
    long token(PlayerId player, LocalDate day) {
        String token =
                tokens.format(
                        tokens.newToken(
                                requireNonNull(
                                        TypeCodecs.BIGINT.encodePrimitive(
                                                player.value(), protocol)),
                                requireNonNull(TypeCodecs.DATE.encode(day, protocol))));
        try {
            return Long.parseLong(token);
        } catch (NumberFormatException e) {
            throw new StorageNotOpenableException(
                    "the audit database does not use the Murmur3Partitioner", e);
        }
    }

    /** Hands out all rows between two places on the ring, both inclusive. */
    void scan(AuditTable table, long first, long last, Consumer<Stored> consumer) {
        requests.each(
                new Binder(statement(scans, table))
                        .put(first)
                        .put(last)
                        .pageSize(PAGE_ROWS)
                        .build()
                        .setTimeout(patience),
                patience,
                row -> consumer.accept(stored(table, row)));
    }

    /** Hands out all rows of a player's day. */
    void ofDay(PlayerDay day, Consumer<Stored> consumer) {
        requests.each(
                new Binder(statement(days, day.table()))
                        .put(day.player().value())
                        .put(day.day())
                        .pageSize(PAGE_ROWS)
                        .build()
                        .setTimeout(patience),
                patience,
                row -> consumer.accept(stored(day.table(), row)));
    }

    /** Is told what the index of days says of one. */
    @FunctionalInterface
    interface FirstConsumer {
        /** Told the lowest sequence of a day; empty when the index does not know the day. */
        void accept(PlayerDay day, OptionalLong first);
    }

    /** Hands out what the index of days says of {@code asked}. */
    void firstSequences(List<PlayerDay> asked, FirstConsumer consumer) {
        for (int from = 0; from < asked.size(); from += ENTRIES_AT_ONCE) {
            List<PlayerDay> some =
                    asked.subList(from, Math.min(from + ENTRIES_AT_ONCE, asked.size()));
            List<CompletionStage<List<Row>>> answers =
                    some.stream().map(each -> requests.rows(firstOf(each))).toList();
            for (int i = 0; i < some.size(); i++) {
                List<Row> entry = DriverErrors.await(answers.get(i), patience);
                consumer.accept(
                        some.get(i),
                        entry.isEmpty() || entry.getFirst().isNull("first_sequence")
                                ? OptionalLong.empty()
                                : OptionalLong.of(PlayerDays.firstSequence(entry.getFirst())));
            }
        }
    }

    private BoundStatement firstOf(PlayerDay day) {
        return new Binder(entry)
                .put(day.player().value())
                .put(day.table().cql())
                .put(day.day())
                .build();
    }

    private static PreparedStatement statement(
            Map<AuditTable, PreparedStatement> statements, AuditTable table) {
        PreparedStatement statement = statements.get(table);
        if (statement == null) {
            throw new IllegalStateException("no statement for " + table);
        }
        return statement;
    }

    private static Stored stored(AuditTable table, Row row) {
        LocalDate day = row.getLocalDate("day");
        if (day == null) {
            throw new StorageCorruptException("a row of " + table.cql() + " has no day");
        }
        return new Stored(
                table,
                row.getLong("player_id"),
                day,
                row.getLong("sequence"),
                RowMark.of(table, row));
    }
}
