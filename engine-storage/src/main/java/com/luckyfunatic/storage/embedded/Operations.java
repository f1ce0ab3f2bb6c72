package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.codec.AnswerDocument;
import com.luckyfunatic.storage.codec.CompactCodec;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.retention.RetentionClock;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table {@code operation}: operation ids with their first answers, in the order of commits. It
 * has no index by player, which would touch another page for every operation: where one is says
 * {@code operation_key}, into which a player's operations are filed together, with the snapshot.
 * Those that are not filed yet the player in memory knows ({@link HotPlayer#unfiled}); after a
 * crash they are found at the end of the table.
 */
final class Operations {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    private static final long KEPT_MILLIS = RetentionClock.OPERATIONS_KEPT.toMillis();
    private static final int CLEANED_AT_ONCE = 500;

    private static final String UNFILED =
            """
            SELECT fingerprint, answer, state, change_position, at_millis, position, expires_at
            FROM operation WHERE position = ? AND operation_id = ?
            """;
    private static final String FILED =
            """
            SELECT o.fingerprint, o.answer, o.state, o.change_position, o.at_millis, o.position,
                o.expires_at
            FROM operation_key k JOIN operation o ON o.position = k.position
            WHERE k.player_id = ? AND k.operation_id = ?
            """;
    private static final String UNFILED_ID =
            "SELECT operation_id, expires_at IS NULL FROM operation WHERE position = ?";
    private static final String FILED_IDS =
            "SELECT operation_id FROM operation_key WHERE player_id = ? LIMIT ?";
    private static final String FILED_LASTING =
            """
            SELECT k.operation_id FROM operation_key k JOIN operation o ON o.position = k.position
            WHERE k.player_id = ? AND o.expires_at IS NULL
            """;

    /** Some of the last may be filed: those without a change always are. */
    private static final String UNFILED_AFTER =
            """
            SELECT player_id, position FROM operation o
            WHERE position > ? AND NOT EXISTS
                (SELECT 1 FROM operation_key k WHERE k.player_id = o.player_id
                    AND k.operation_id = o.operation_id AND k.position = o.position)
            ORDER BY position
            """;

    private static final String LAST = "SELECT coalesce(max(position), 0) FROM operation";

    /** Filing what is filed does no harm: after a crash nobody knows exactly what is. */
    private static final String FILE =
            """
            INSERT OR IGNORE INTO operation_key (player_id, operation_id, position)
            SELECT player_id, operation_id, position FROM operation WHERE position = ?
            """;

    private static final String DELETE = "DELETE FROM operation WHERE position = ?";
    private static final String DELETE_KEY =
            "DELETE FROM operation_key WHERE player_id = ? AND operation_id = ? AND position = ?";
    private static final String SAVE =
            """
            INSERT INTO operation
                (position, player_id, operation_id, fingerprint, answer, change_position,
                 at_millis, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String EXPIRED =
            """
            SELECT player_id, operation_id, position FROM operation
            WHERE expires_at IS NOT NULL AND expires_at <= ? LIMIT ?
            """;
    private static final String FORGET_STATES =
            """
            UPDATE operation SET state = NULL WHERE position IN
                (SELECT position FROM operation
                 WHERE state IS NOT NULL AND at_millis <= ? LIMIT ?)
            """;

    private final Database database;
    private final GameCodec codec;
    private final CompactCodec<PlayerState> states = CompactCodec.ofStates();
    private final KeptStates keptStates;
    private final Positions positions;
    private final RetentionClock clock;

    /** Gives new operations their place by {@code positions}. */
    Operations(
            Database database,
            Journal journal,
            GameCodec codec,
            Positions positions,
            RetentionClock clock) {
        this.database = database;
        this.positions = positions;
        this.codec = codec;
        this.clock = clock;
        keptStates = new KeptStates(database, journal, states);
    }

    /**
     * A stored operation.
     *
     * @param state the state of the answer where an earlier build has stored it; null otherwise
     * @param changePosition where the change is that led to the state of the answer, 0 for none
     */
    record Stored(
            String fingerprint,
            AnswerDocument answer,
            @Nullable PlayerState state,
            long changePosition,
            long atMillis,
            long position,
            @Nullable Long expiresAt) {}

    /**
     * An operation that waits to be written.
     *
     * @param keptState the state of the answer, if states are to be replayed from it; null if it
     *     can be replayed itself, or there is none
     * @param replaced the position of the expired one whose place it takes, 0 for none
     */
    record Row(
            PlayerId player,
            OperationId id,
            String fingerprint,
            String answer,
            boolean hasState,
            @Nullable String keptState,
            long atMillis,
            @Nullable Long expiresAt,
            long replaced) {}

    /** Returns whether {@code stored} is no longer known, though still there. */
    boolean isExpired(Stored stored) {
        Long expiresAt = stored.expiresAt();
        return expiresAt != null && clock.millis() >= expiresAt;
    }

    /** Returns the position of the last one in the table. */
    static long last(Database database) {
        return database.read(reader -> {
            try (ResultSet row = reader.prepare(LAST).executeQuery()) {
                return row.getLong(1);
            }
        });
    }

    /**
     * Hands every operation after {@code position} that is not filed to {@code consumer}: whose,
     * and where it is.
     */
    void forEachUnfiled(long position, ObjLongConsumer<PlayerId> consumer) {
        database.read(reader -> {
            PreparedStatement after = reader.prepare(UNFILED_AFTER);
            after.setLong(1, position);
            try (ResultSet rows = after.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(new PlayerId(rows.getLong(1)), rows.getLong(2));
                }
                return position;
            }
        });
    }

    /**
     * Returns the stored operation {@code id} of {@code player}, or null.
     *
     * @param unfiled read before this is called: what is filed meanwhile is found all the same
     */
    @Nullable Stored find(PlayerId player, OperationId id, long[] unfiled) {
        return database.read(reader -> {
            for (long position : unfiled) {
                Stored stored = only(reader.prepare(UNFILED), position, id);
                if (stored != null) {
                    return stored;
                }
            }
            return only(reader.prepare(FILED), player.value(), id);
        });
    }

    private @Nullable Stored only(PreparedStatement find, long number, OperationId id)
            throws SQLException {
        find.setLong(1, number);
        find.setString(2, id.value());
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? stored(row) : null;
        }
    }

    /**
     * Returns what may be stored of {@code player}, with the {@code waiting} of the player.
     *
     * @param unfiled as for {@link #find}
     */
    KnownOperations known(PlayerId player, long[] unfiled, Collection<OperationId> waiting) {
        List<String> stored =
                database.read(reader -> {
                    List<String> found = unfiledIds(reader, unfiled, false);
                    PreparedStatement ids = reader.prepare(FILED_IDS);
                    ids.setLong(1, player.value());
                    ids.setInt(2, KnownOperations.IDS_MAX + 1);
                    addIds(ids, found);
                    return found;
                });
        KnownOperations known = new KnownOperations(stored.size() + waiting.size());
        stored.forEach(known::add);
        waiting.forEach(known::add);
        return known;
    }

    /**
     * Returns the ids of {@code player} that are kept for ever.
     *
     * @param unfiled as for {@link #find}
     */
    List<OperationId> lasting(PlayerId player, long[] unfiled) {
        return database.read(reader -> {
            List<String> found = unfiledIds(reader, unfiled, true);
            PreparedStatement filed = reader.prepare(FILED_LASTING);
            filed.setLong(1, player.value());
            addIds(filed, found);
            return found.stream().distinct().map(OperationId::new).toList();
        });
    }

    private static List<String> unfiledIds(Reader reader, long[] unfiled, boolean onlyLasting)
            throws SQLException {
        List<String> found = new ArrayList<>();
        for (long position : unfiled) {
            PreparedStatement id = reader.prepare(UNFILED_ID);
            id.setLong(1, position);
            try (ResultSet row = id.executeQuery()) {
                if (row.next() && (!onlyLasting || row.getBoolean(2))) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private static void addIds(PreparedStatement select, List<String> found) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
    }

    /**
     * Returns the answer that was {@code stored} for {@code player}.
     *
     * @param present the present state, for an answer whose own is not kept any more
     */
    Answer repeat(PlayerId player, Stored stored, Supplier<@Nullable PlayerState> present) {
        PlayerState state = stored.state();
        if (stored.changePosition() > 0 && clock.millis() - stored.atMillis() < KEPT_MILLIS) {
            state = keptStates.at(player, stored.changePosition());
            if (state == null) {
                LOG.warn(
                        "player {}: a state that an answer of the last day led to is not kept; the"
                                + " repeat shows the present one",
                        player);
            }
        }
        return stored.answer().toRepeat(state, present);
    }

    private Stored stored(ResultSet row) throws SQLException {
        String state = row.getString(3);
        long expiresAt = row.getLong(7);
        boolean forEver = row.wasNull();
        return new Stored(
                row.getString(1),
                codec.readAnswer(row.getString(2)),
                state == null ? null : readState(state),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                forEver ? null : expiresAt);
    }

    /** Earlier builds stored states with the answers, first as long texts, then as short ones. */
    private PlayerState readState(String text) {
        return text.startsWith("{") ? codec.readState(text) : states.read(text);
    }

    /**
     * Returns the row that keeps {@code answer}.
     *
     * @param lastKept which state of the player was kept last; null when that is not known
     */
    Row row(
            CommandEnvelope envelope,
            KeptStates.@Nullable Last lastKept,
            OperationId id,
            String fingerprint,
            Answer answer,
            @Nullable StateChange change,
            long replaced) {
        boolean forEver = change != null && change.durability() == Durability.HARD;
        PlayerState state = answer.state();
        long now = clock.millis();
        return new Row(
                envelope.player(),
                id,
                fingerprint,
                codec.write(AnswerDocument.of(answer)),
                state != null,
                state == null || (lastKept != null && lastKept.reaches(state, now))
                        ? null
                        : states.write(state),
                now,
                forEver ? null : now + KEPT_MILLIS,
                replaced);
    }

    /**
     * Writes {@code row}; it has to be filed, too.
     *
     * @param changePosition of the player's last change in the journal
     * @return its own position
     */
    long save(Row row, long changePosition, WriterStatements statements) throws SQLException {
        if (row.keptState() != null) {
            keptStates.save(changePosition, row.atMillis(), row.keptState(), statements);
        }
        if (row.replaced() > 0) {
            delete(row.player().value(), row.id().value(), row.replaced(), statements);
        }
        long position = positions.next();
        PreparedStatement save = statements.prepare(SAVE);
        save.setLong(1, position);
        save.setLong(2, row.player().value());
        save.setString(3, row.id().value());
        save.setString(4, row.fingerprint());
        save.setString(5, row.answer());
        save.setObject(6, row.hasState() ? changePosition : null);
        save.setLong(7, row.atMillis());
        save.setObject(8, row.expiresAt());
        statements.gather(save);
        return position;
    }

    /** Files the operation at {@code position}, so that it is found by its player and its id. */
    static void file(long position, WriterStatements statements) throws SQLException {
        PreparedStatement file = statements.prepare(FILE);
        file.setLong(1, position);
        statements.gather(file);
    }

    private static void delete(long player, String id, long position, WriterStatements statements)
            throws SQLException {
        PreparedStatement key = statements.prepare(DELETE_KEY);
        key.setLong(1, player);
        key.setString(2, id);
        key.setLong(3, position);
        key.executeUpdate();
        PreparedStatement row = statements.prepare(DELETE);
        row.setLong(1, position);
        row.executeUpdate();
    }

    private static int deleteExpired(long nowMillis, WriterStatements statements)
            throws SQLException {
        record Expired(long player, String id, long position) {}
        PreparedStatement select = statements.prepare(EXPIRED);
        select.setLong(1, nowMillis);
        select.setInt(2, CLEANED_AT_ONCE);
        List<Expired> expired = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                expired.add(new Expired(rows.getLong(1), rows.getString(2), rows.getLong(3)));
            }
        }
        for (Expired each : expired) {
            delete(each.player(), each.id(), each.position(), statements);
        }
        return expired.size();
    }

    /** Deletes some of what need not be known any more; true if more may be. */
    boolean clean(WriterStatements statements) throws SQLException {
        long nowMillis = clock.millis();
        PreparedStatement states = statements.prepare(FORGET_STATES);
        states.setLong(1, nowMillis - KEPT_MILLIS);
        states.setInt(2, CLEANED_AT_ONCE);
        int cleaned = Math.max(deleteExpired(nowMillis, statements), states.executeUpdate());
        cleaned = Math.max(cleaned, keptStates.deleteOld(nowMillis, CLEANED_AT_ONCE, statements));
        return cleaned == CLEANED_AT_ONCE;
    }
}
