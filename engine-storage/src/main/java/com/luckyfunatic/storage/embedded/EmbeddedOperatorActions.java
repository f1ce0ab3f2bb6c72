package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StorageConflictException;
import com.luckyfunatic.storage.codec.OutcomeNumbers;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code operator_action}. Thread-safe. */
final class EmbeddedOperatorActions implements OperatorActions {
    private static final String COLUMNS =
            "action_id, operator, at_millis, action, player_id, reference, outcome, detail";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM operator_action";
    private static final String END = " AND action_id < ? ORDER BY action_id DESC LIMIT ?";
    private static final String FIND = SELECT + " WHERE action_id = ?";
    private static final String LATEST = SELECT + " WHERE ? IS NULL" + END;
    private static final String OF = SELECT + " WHERE operator = ?" + END;
    private static final String ABOUT = SELECT + " WHERE player_id = ?" + END;
    private static final String INSERT =
            "INSERT INTO operator_action ("
                    + COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String GREATEST =
            "SELECT coalesce(max(action_id), 0) FROM operator_action";

    private final Database database;
    private final GroupCommit writer;

    EmbeddedOperatorActions(Database database, GroupCommit writer) {
        this.database = database;
        this.writer = writer;
    }

    static long greatestId(Database database) {
        return database.read(reader -> {
            try (ResultSet row = reader.prepare(GREATEST).executeQuery()) {
                return row.getLong(1);
            }
        });
    }

    /** Forced: who can pull the plug could else do something unseen. */
    @Override
    public void append(OperatorAction action) {
        boolean isThere =
                WorkWrite.forced(
                        writer,
                        statements -> {
                            insert(statements.prepare(INSERT), action);
                            PreparedStatement find = statements.prepare(FIND);
                            find.setLong(1, action.id());
                            return rows(find).contains(action);
                        });
        if (!isThere) {
            throw new StorageConflictException("another action has the id " + action.id());
        }
    }

    private static void insert(PreparedStatement insert, OperatorAction action)
            throws SQLException {
        PlayerId player = action.player();
        insert.setLong(1, action.id());
        insert.setString(2, action.operator().value());
        insert.setLong(3, action.atMillis());
        insert.setString(4, action.action());
        insert.setObject(5, player == null ? null : player.value());
        insert.setString(6, action.reference());
        insert.setInt(7, OutcomeNumbers.number(action.outcome()));
        insert.setString(8, action.detail());
        insert.executeUpdate();
    }

    @Override
    public Page<OperatorAction> latest(long beforeId, int limit) {
        return page(LATEST, null, beforeId, limit);
    }

    @Override
    public Page<OperatorAction> of(OperatorName operator, long beforeId, int limit) {
        return page(OF, operator.value(), beforeId, limit);
    }

    @Override
    public Page<OperatorAction> about(PlayerId player, long beforeId, int limit) {
        return page(ABOUT, player.value(), beforeId, limit);
    }

    private Page<OperatorAction> page(String sql, @Nullable Object of, long beforeId, int limit) {
        Page.requireLimit(limit);
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(sql);
            select.setObject(1, of);
            select.setLong(2, beforeId);
            select.setInt(3, limit + 1);
            return Page.ofOneMore(rows(select), limit);
        });
    }

    private static List<OperatorAction> rows(PreparedStatement select) throws SQLException {
        List<OperatorAction> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long player = row.getLong(5);
                found.add(
                        new OperatorAction(
                                row.getLong(1),
                                new OperatorName(row.getString(2)),
                                row.getLong(3),
                                row.getString(4),
                                player == 0 ? null : new PlayerId(player),
                                row.getString(6),
                                OutcomeNumbers.outcome(row.getInt(7)),
                                row.getString(8)));
            }
        }
        return found;
    }
}
