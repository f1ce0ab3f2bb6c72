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
import org.jspecify.annotations.Nullable;

/** The table {@code operation}: operation ids with their first answers. */
final class Operations {
    private static final long KEPT_MILLIS = RetentionClock.OPERATIONS_KEPT.toMillis();
    private static final int CLEANED_AT_ONCE = 500;

    private static final String FIND =
            """
            SELECT fingerprint, answer, state, expires_at
            FROM operation WHERE player_id = ? AND operation_id = ?
            """;
    private static final String DELETE =
            "DELETE FROM operation WHERE player_id = ? AND operation_id = ?";
    private static final String SAVE =
            """
            INSERT INTO operation
                (player_id, operation_id, fingerprint, answer, state, at_millis, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String DELETE_EXPIRED =
            """
            DELETE FROM operation WHERE position IN
                (SELECT position FROM operation
                 WHERE expires_at IS NOT NULL AND expires_at <= ? LIMIT ?)
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
    private final RetentionClock clock;

    Operations(Database database, GameCodec codec, RetentionClock clock) {
        this.database = database;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * A stored operation.
     *
     * @param state the state of the answer; null when it is no longer kept
     */
    record Stored(
            String fingerprint,
            AnswerDocument answer,
            @Nullable PlayerState state,
            @Nullable Long expiresAt) {}

    /** An operation that waits to be written. */
    record Row(
            PlayerId player,
            OperationId id,
            String fingerprint,
            String answer,
            @Nullable String state,
            long atMillis,
            @Nullable Long expiresAt,
            boolean replacesExpired) {}

    /** Returns whether {@code stored} is no longer known, though still there. */
    boolean isExpired(Stored stored) {
        Long expiresAt = stored.expiresAt();
        return expiresAt != null && clock.millis() >= expiresAt;
    }

    /** Returns the stored operation {@code id} of {@code player}, or null. */
    @Nullable Stored find(PlayerId player, OperationId id) {
        return database.read(reader -> {
            PreparedStatement find = reader.prepare(FIND);
            find.setLong(1, player.value());
            find.setString(2, id.value());
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? stored(row) : null;
            }
        });
    }

    private Stored stored(ResultSet row) throws SQLException {
        String state = row.getString(3);
        long expiresAt = row.getLong(4);
        boolean forEver = row.wasNull();
        return new Stored(
                row.getString(1),
                codec.readAnswer(row.getString(2)),
                state == null ? null : readState(state),
                forEver ? null : expiresAt);
    }

    /**
     * States are short texts, since they are kept for a day only; earlier builds wrote long ones.
     */
    private PlayerState readState(String text) {
        return text.startsWith("{") ? codec.readState(text) : states.read(text);
    }

    /** Returns the row that keeps {@code answer}. */
    Row row(
            CommandEnvelope envelope,
            OperationId id,
            String fingerprint,
            Answer answer,
            @Nullable StateChange change,
            boolean replacesExpired) {
        boolean forEver = change != null && change.durability() == Durability.HARD;
        PlayerState state = answer.state();
        long now = clock.millis();
        return new Row(
                envelope.player(),
                id,
                fingerprint,
                codec.write(AnswerDocument.of(answer)),
                state == null ? null : states.write(state),
                now,
                forEver ? null : now + KEPT_MILLIS,
                replacesExpired);
    }

    /** Writes {@code row}. */
    void save(Row row, WriterStatements statements) throws SQLException {
        if (row.replacesExpired()) {
            PreparedStatement delete = statements.prepare(DELETE);
            delete.setLong(1, row.player().value());
            delete.setString(2, row.id().value());
            delete.executeUpdate();
        }
        PreparedStatement save = statements.prepare(SAVE);
        save.setLong(1, row.player().value());
        save.setString(2, row.id().value());
        save.setString(3, row.fingerprint());
        save.setString(4, row.answer());
        save.setString(5, row.state());
        save.setLong(6, row.atMillis());
        save.setObject(7, row.expiresAt());
        statements.gather(save);
    }

    /** Deletes some of what need not be known any more; true if more may be. */
    boolean clean(WriterStatements statements) throws SQLException {
        long nowMillis = clock.millis();
        PreparedStatement expired = statements.prepare(DELETE_EXPIRED);
        expired.setLong(1, nowMillis);
        expired.setInt(2, CLEANED_AT_ONCE);
        PreparedStatement states = statements.prepare(FORGET_STATES);
        states.setLong(1, nowMillis - KEPT_MILLIS);
        states.setInt(2, CLEANED_AT_ONCE);
        int cleaned = Math.max(expired.executeUpdate(), states.executeUpdate());
        return cleaned == CLEANED_AT_ONCE;
    }
}
