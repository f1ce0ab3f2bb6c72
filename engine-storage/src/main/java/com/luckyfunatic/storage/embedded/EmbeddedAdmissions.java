package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.AdmissionChange;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.codec.GameCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The table {@code admission}, and all of it in memory: nobody else writes the file, so asking
 * costs a look-up and never waits. A row takes some 200 bytes.
 */
final class EmbeddedAdmissions implements Admissions, Resources.Resource {
    private static final String COLUMNS =
            "player_id, banned_until, ban_reason, ban_actor, banned_at, logins_ended_at";
    private static final String ALL = "SELECT " + COLUMNS + " FROM admission";
    private static final String ONE = ALL + " WHERE player_id = ?";
    private static final String SAVE =
            "INSERT OR REPLACE INTO admission (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM admission WHERE player_id = ?";

    private static final String CHANGED =
            "SELECT document FROM admission_change WHERE operation_id = ?";
    private static final String ADD_CHANGE =
            "INSERT INTO admission_change (operation_id, player_id, changed_at, document)"
                    + " VALUES (?, ?, ?, ?)";

    private final GameCodec codec;
    private final Database database;
    private final GroupCommit writer;
    private final ConcurrentMap<PlayerId, Admission> committed = new ConcurrentHashMap<>();
    private volatile boolean closed;

    EmbeddedAdmissions(Database database, GameCodec codec, GroupCommit writer) {
        this.database = database;
        this.codec = codec;
        this.writer = writer;
        database.read(reader -> {
            try (ResultSet row = reader.prepare(ALL).executeQuery()) {
                while (row.next()) {
                    committed.put(new PlayerId(row.getLong(1)), admission(row));
                }
            }
            return true;
        });
    }

    @Override
    public void ban(PlayerId player, Ban ban) {
        change(player, before -> before.banned(ban));
    }

    @Override
    public void unban(PlayerId player) {
        change(player, Admission::unbanned);
    }

    @Override
    public void endLogins(PlayerId player, long atMillis) {
        change(player, before -> before.withLoginsEnded(atMillis));
    }

    private void change(PlayerId player, UnaryOperator<Admission> change) {
        Change write = new Change(player, change);
        writer.submit(write);
        write.await();
    }

    /** What a change has come to: what was made under its operation, now or before. */
    private record Changed(Optional<AdmissionChange> kept, boolean isNew) {}

    @Override
    public Optional<AdmissionChange> change(AdmissionChange change) {
        return new WorkWrite<>(
                        true,
                        statements -> change(statements, change),
                        changed -> {
                            if (changed.isNew()) {
                                remember(change.player(), change.after());
                            }
                        })
                .runBy(writer)
                .kept();
    }

    private Changed change(WriterStatements statements, AdmissionChange change)
            throws SQLException {
        Optional<AdmissionChange> before = changed(statements.prepare(CHANGED), change.operation());
        if (before.isPresent()) {
            return new Changed(before, false);
        }
        if (!read(statements.prepare(ONE), change.player()).equals(change.before())) {
            return new Changed(Optional.empty(), false);
        }
        save(statements, change.player(), change.after());
        PreparedStatement insert = statements.prepare(ADD_CHANGE);
        insert.setString(1, change.operation().value());
        insert.setLong(2, change.player().value());
        insert.setLong(3, change.atMillis());
        insert.setString(4, codec.write(change));
        insert.executeUpdate();
        return new Changed(Optional.of(change), true);
    }

    @Override
    public Optional<AdmissionChange> changed(OperationId operation) {
        return database.read(reader -> changed(reader.prepare(CHANGED), operation));
    }

    private Optional<AdmissionChange> changed(PreparedStatement select, OperationId operation)
            throws SQLException {
        select.setString(1, operation.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(codec.readAdmissionChange(row.getString(1)))
                    : Optional.empty();
        }
    }

    @Override
    public void admission(
            PlayerId player, Consumer<Admission> answer, Consumer<Throwable> failure) {
        if (closed) {
            failure.accept(new StorageUnavailableException("the store is closed"));
            return;
        }
        answer.accept(committed.getOrDefault(player, Admission.FREE));
    }

    /** Refuses from now on; what is in memory would still answer. */
    @Override
    public void close() {
        closed = true;
    }

    /**
     * Changes a row; writes are serial, and of two in one transaction the second sees the first.
     */
    private final class Change extends Write {
        private final PlayerId player;
        private final UnaryOperator<Admission> change;
        private volatile Admission result = Admission.FREE;

        Change(PlayerId player, UnaryOperator<Admission> change) {
            this.player = player;
            this.change = change;
        }

        @Override
        boolean isForced() {
            return true;
        }

        @Override
        void apply(WriterStatements statements) throws SQLException {
            result = change.apply(read(statements.prepare(ONE), player));
            save(statements, player, result);
        }

        @Override
        void committed() {
            remember(player, result);
        }
    }

    private void remember(PlayerId player, Admission admission) {
        if (admission.equals(Admission.FREE)) {
            committed.remove(player);
        } else {
            committed.put(player, admission);
        }
    }

    private static Admission read(PreparedStatement select, PlayerId player) throws SQLException {
        select.setLong(1, player.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? admission(row) : Admission.FREE;
        }
    }

    private static void save(WriterStatements statements, PlayerId player, Admission admission)
            throws SQLException {
        if (admission.equals(Admission.FREE)) {
            PreparedStatement delete = statements.prepare(DELETE);
            delete.setLong(1, player.value());
            delete.executeUpdate();
            return;
        }
        PreparedStatement save = statements.prepare(SAVE);
        save.setLong(1, player.value());
        Ban ban = admission.ban();
        if (ban == null) {
            save.setNull(2, Types.BIGINT);
            save.setNull(3, Types.VARCHAR);
            save.setNull(4, Types.VARCHAR);
            save.setNull(5, Types.BIGINT);
        } else {
            save.setLong(2, ban.untilMillis());
            save.setString(3, ban.reason());
            save.setString(4, ban.actor());
            save.setLong(5, ban.atMillis());
        }
        save.setLong(6, admission.loginsEndedAtMillis());
        save.executeUpdate();
    }

    private static Admission admission(ResultSet row) throws SQLException {
        long until = row.getLong(2);
        Ban ban =
                row.wasNull()
                        ? null
                        : new Ban(until, row.getString(3), row.getString(4), row.getLong(5));
        return new Admission(ban, row.getLong(6));
    }
}
