package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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

    private final GroupCommit writer;
    private final ConcurrentMap<PlayerId, Admission> committed = new ConcurrentHashMap<>();
    private volatile boolean closed;

    EmbeddedAdmissions(Database database, GroupCommit writer) {
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
            result = change.apply(read(statements.prepare(ONE)));
            if (result.equals(Admission.FREE)) {
                PreparedStatement delete = statements.prepare(DELETE);
                delete.setLong(1, player.value());
                delete.executeUpdate();
            } else {
                save(statements.prepare(SAVE));
            }
        }

        @Override
        void committed() {
            if (result.equals(Admission.FREE)) {
                committed.remove(player);
            } else {
                committed.put(player, result);
            }
        }

        private Admission read(PreparedStatement select) throws SQLException {
            select.setLong(1, player.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? admission(row) : Admission.FREE;
            }
        }

        private void save(PreparedStatement save) throws SQLException {
            save.setLong(1, player.value());
            Ban ban = result.ban();
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
            save.setLong(6, result.loginsEndedAtMillis());
            save.executeUpdate();
        }
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
