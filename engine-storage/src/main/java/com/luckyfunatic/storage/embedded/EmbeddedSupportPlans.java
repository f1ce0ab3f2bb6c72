package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Spending;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.storage.codec.BudgetNumbers;
import com.luckyfunatic.storage.codec.GameCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The tables {@code support_plan} and {@code support_spending}. Thread-safe. */
final class EmbeddedSupportPlans implements SupportPlans {
    /** In place of a player's id, of a plan that is on nobody. */
    private static final long NOBODY = 0;

    private static final String COLUMNS =
            "plan_id, author, player_id, sequence, command, reason, budget, amount,"
                    + " needs_approval, created_at, expires_at, approved_by";
    private static final String FIND = "SELECT " + COLUMNS + " FROM support_plan WHERE plan_id = ?";
    private static final String INSERT =
            "INSERT INTO support_plan ("
                    + COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String APPROVE =
            "UPDATE support_plan SET approved_by = ? WHERE plan_id = ? AND approved_by IS NULL";
    private static final String SPEND =
            """
            INSERT INTO support_spending (plan_id, operator, epoch_day, budget, amount)
            SELECT ?, ?, ?, ?, ? WHERE ? <= ? - (SELECT coalesce(sum(amount), 0)
                FROM support_spending WHERE operator = ? AND epoch_day = ? AND budget = ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String IS_SPENT = "SELECT 1 FROM support_spending WHERE plan_id = ?";
    private static final String RELEASE = "DELETE FROM support_spending WHERE plan_id = ?";

    private final Database database;
    private final GroupCommit writer;
    private final GameCodec codec;

    EmbeddedSupportPlans(Database database, GameCodec codec, GroupCommit writer) {
        this.database = database;
        this.codec = codec;
        this.writer = writer;
    }

    @Override
    public SupportPlan add(SupportPlan plan) {
        return WorkWrite.forced(
                writer,
                statements -> {
                    insert(statements.prepare(INSERT), plan);
                    return find(statements.prepare(FIND), plan.id()).orElse(plan);
                });
    }

    private void insert(PreparedStatement insert, SupportPlan plan) throws SQLException {
        OperatorName approver = plan.approvedBy();
        PlayerId player = plan.player();
        insert.setString(1, plan.id());
        insert.setString(2, plan.author().value());
        insert.setLong(3, player == null ? NOBODY : player.value());
        insert.setLong(4, plan.sequence());
        insert.setString(5, codec.write(plan.change()));
        insert.setString(6, plan.reason());
        insert.setInt(7, BudgetNumbers.number(plan.budget()));
        insert.setLong(8, plan.amount());
        insert.setBoolean(9, plan.needsApproval());
        insert.setLong(10, plan.createdAtMillis());
        insert.setLong(11, plan.expiresAtMillis());
        insert.setString(12, approver == null ? null : approver.value());
        insert.executeUpdate();
    }

    @Override
    public Optional<SupportPlan> find(String id) {
        return database.read(reader -> find(reader.prepare(FIND), id));
    }

    private Optional<SupportPlan> find(PreparedStatement select, String id) throws SQLException {
        select.setString(1, id);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(plan(row)) : Optional.empty();
        }
    }

    private SupportPlan plan(ResultSet row) throws SQLException {
        String approver = row.getString(12);
        return new SupportPlan(
                row.getString(1),
                new OperatorName(row.getString(2)),
                row.getLong(3) == NOBODY ? null : new PlayerId(row.getLong(3)),
                row.getLong(4),
                codec.readPlanned(row.getString(5)),
                row.getString(6),
                BudgetNumbers.budget(row.getInt(7)),
                row.getLong(8),
                row.getBoolean(9),
                row.getLong(10),
                row.getLong(11),
                approver == null ? null : new OperatorName(approver));
    }

    @Override
    public Optional<SupportPlan> approve(String id, OperatorName approver) {
        // Its author is told before anything is written.
        if (find(id).map(plan -> plan.approved(approver)).isEmpty()) {
            return Optional.empty();
        }
        return WorkWrite.forced(
                writer,
                statements -> {
                    PreparedStatement update = statements.prepare(APPROVE);
                    update.setString(1, approver.value());
                    update.setString(2, id);
                    update.executeUpdate();
                    return find(statements.prepare(FIND), id);
                });
    }

    @Override
    public boolean spend(Spending spending, long epochDay, long limit) {
        int budget = BudgetNumbers.number(spending.budget());
        return WorkWrite.forced(
                writer,
                statements -> {
                    PreparedStatement insert = statements.prepare(SPEND);
                    insert.setString(1, spending.name());
                    insert.setString(2, spending.operator().value());
                    insert.setLong(3, epochDay);
                    insert.setInt(4, budget);
                    insert.setLong(5, spending.amount());
                    insert.setLong(6, spending.amount());
                    insert.setLong(7, limit);
                    insert.setString(8, spending.operator().value());
                    insert.setLong(9, epochDay);
                    insert.setInt(10, budget);
                    insert.executeUpdate();
                    PreparedStatement select = statements.prepare(IS_SPENT);
                    select.setString(1, spending.name());
                    try (ResultSet row = select.executeQuery()) {
                        return row.next();
                    }
                });
    }

    @Override
    public void release(String name) {
        WorkWrite.forced(
                writer,
                statements -> {
                    PreparedStatement delete = statements.prepare(RELEASE);
                    delete.setString(1, name);
                    return delete.executeUpdate();
                });
    }
}
