package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.TransferOutbox;
import com.luckyfunatic.storage.codec.StepNumbers;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code transfer}. Thread-safe. */
final class EmbeddedTransferOutbox implements TransferOutbox {
    private static final String COLUMNS =
            "transfer_id, player_id, account_id, item_id, quantity, at_millis,"
                    + " step, sends, waits, sent_at, due_at, fence, reason";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM transfer";
    private static final String INSERT =
            "INSERT INTO transfer ("
                    + COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String FIND = SELECT + " WHERE transfer_id = ?";
    private static final String REPLACE =
            "UPDATE transfer SET step = ?, sends = ?, waits = ?, sent_at = ?, due_at = ?,"
                    + " fence = ?, reason = ? WHERE transfer_id = ? AND fence = ?";
    private static final String DUE =
            SELECT + " WHERE due_at <= ? ORDER BY due_at, transfer_id LIMIT ?";
    private static final String OF_PLAYER =
            SELECT
                    + " WHERE player_id = ? AND (at_millis, transfer_id) < (?, ?)"
                    + " ORDER BY at_millis DESC, transfer_id DESC LIMIT ?";
    private static final String AT =
            SELECT
                    + " WHERE step = ? AND (at_millis, transfer_id) > (?, ?)"
                    + " ORDER BY at_millis, transfer_id LIMIT ?";

    private final Database database;
    private final GroupCommit writer;

    EmbeddedTransferOutbox(Database database, GroupCommit writer) {
        this.database = database;
        this.writer = writer;
    }

    @Override
    public void add(OutgoingTransfer row) {
        write(statements -> {
            PreparedStatement insert = statements.prepare(INSERT);
            Transfer transfer = row.transfer();
            insert.setString(1, transfer.id().value());
            insert.setLong(2, transfer.player().value());
            insert.setString(3, transfer.account().value());
            insert.setString(4, transfer.item().value());
            insert.setInt(5, transfer.count());
            insert.setLong(6, transfer.atMillis());
            setProgress(insert, 7, row);
            insert.executeUpdate();
            return true;
        });
    }

    @Override
    public Optional<OutgoingTransfer> find(TransferId transfer) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(FIND);
            select.setString(1, transfer.value());
            return rows(select).stream().findFirst();
        });
    }

    @Override
    public boolean replace(OutgoingTransfer seen, OutgoingTransfer next) {
        return write(statements -> {
            PreparedStatement update = statements.prepare(REPLACE);
            int at = setProgress(update, 1, next);
            update.setString(at, seen.transfer().id().value());
            update.setLong(at + 1, seen.fence());
            if (update.executeUpdate() == 1) {
                return true;
            }
            PreparedStatement select = statements.prepare(FIND);
            select.setString(1, seen.transfer().id().value());
            return rows(select).stream().anyMatch(now -> now.fence() == next.fence());
        });
    }

    @Override
    public List<OutgoingTransfer> due(long nowMillis, int limit) {
        Page.requireLimit(limit);
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(DUE);
            select.setLong(1, nowMillis);
            select.setInt(2, limit);
            return rows(select);
        });
    }

    @Override
    public Page<OutgoingTransfer> ofPlayer(PlayerId player, @Nullable Position after, int limit) {
        return page(OF_PLAYER, player.value(), Long.MAX_VALUE, after, limit);
    }

    @Override
    public Page<OutgoingTransfer> at(TransferStep step, @Nullable Position after, int limit) {
        return page(AT, StepNumbers.number(step), Long.MIN_VALUE, after, limit);
    }

    private Page<OutgoingTransfer> page(
            String sql, long of, long before, @Nullable Position after, int limit) {
        Page.requireLimit(limit);
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(sql);
            select.setLong(1, of);
            select.setLong(2, after == null ? before : after.atMillis());
            select.setString(3, after == null ? "" : after.transfer().value());
            select.setInt(4, limit + 1);
            return Page.ofOneMore(rows(select), limit);
        });
    }

    /** Returns the number of the parameter that follows. */
    private static int setProgress(PreparedStatement statement, int first, OutgoingTransfer row)
            throws SQLException {
        statement.setInt(first, StepNumbers.number(row.step()));
        statement.setInt(first + 1, row.sends());
        statement.setInt(first + 2, row.waits());
        statement.setLong(first + 3, row.sentAtMillis());
        statement.setLong(first + 4, row.dueAtMillis());
        statement.setLong(first + 5, row.fence());
        if (row.reason() == null) {
            statement.setNull(first + 6, Types.VARCHAR);
        } else {
            statement.setString(first + 6, row.reason());
        }
        return first + 7;
    }

    private static List<OutgoingTransfer> rows(PreparedStatement select) throws SQLException {
        List<OutgoingTransfer> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Transfer transfer =
                        new Transfer(
                                new TransferId(row.getString(1)),
                                new PlayerId(row.getLong(2)),
                                new PlatformAccountId(row.getString(3)),
                                new ItemId(row.getString(4)),
                                row.getInt(5),
                                row.getLong(6));
                found.add(
                        new OutgoingTransfer(
                                transfer,
                                StepNumbers.transferStep(row.getInt(7)),
                                row.getInt(8),
                                row.getInt(9),
                                row.getLong(10),
                                row.getLong(11),
                                row.getLong(12),
                                row.getString(13)));
            }
        }
        return found;
    }

    /** Forced: what was sent must be known to have been sent, whatever happens to the machine. */
    private boolean write(WorkWrite.Work<Boolean> work) {
        return WorkWrite.forced(writer, work);
    }
}
