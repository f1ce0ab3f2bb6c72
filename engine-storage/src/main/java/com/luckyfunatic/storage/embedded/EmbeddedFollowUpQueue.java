package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.codec.GameCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The table {@code follow_up}: commands that changes have called for, on others or later. */
final class EmbeddedFollowUpQueue implements FollowUpQueue {
    private static final String PENDING =
            "SELECT id, player_id, operation_id, command, due_at FROM follow_up"
                    + " WHERE due_at <= ? ORDER BY id LIMIT ?";
    private static final String NEXT_DUE = "SELECT MIN(due_at) FROM follow_up";
    private static final String SAVE =
            "INSERT INTO follow_up (player_id, operation_id, command, due_at) VALUES (?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM follow_up WHERE id = ?";
    private static final String COPY_TO_THE_END =
            """
            INSERT INTO follow_up (player_id, operation_id, command, due_at)
                SELECT player_id, operation_id, command, due_at FROM follow_up WHERE id = ?
            """;

    private final Database database;
    private final GameCodec codec;
    private final GroupCommit writer;

    /** Before this moment none is due; spares reading the table again and again. */
    private final AtomicLong nextDueAt = new AtomicLong();

    EmbeddedFollowUpQueue(Database database, GameCodec codec, GroupCommit writer) {
        this.database = database;
        this.codec = codec;
        this.writer = writer;
    }

    /** A follow-up that waits to be written. */
    record Row(PlayerId player, OperationId operationId, String command, long dueAtMillis) {}

    /** Returns the rows that {@code change} calls for. */
    List<Row> rows(StateChange change) {
        List<Row> rows = List.of();
        for (GameEvent event : change.events()) {
            FollowUp followUp = event.followUp(change.player());
            if (followUp != null) {
                rows = new ArrayList<>(rows);
                rows.add(
                        new Row(
                                followUp.player(),
                                followUp.operationId(),
                                codec.write(followUp.command()),
                                followUp.dueAtMillis()));
            }
        }
        return rows;
    }

    /** Writes {@code row}. */
    void save(Row row, WriterStatements statements) throws SQLException {
        PreparedStatement save = statements.prepare(SAVE);
        save.setLong(1, row.player().value());
        save.setString(2, row.operationId().value());
        save.setString(3, row.command());
        save.setLong(4, row.dueAtMillis());
        statements.gather(save);
    }

    /** Learns that some were committed. */
    void noteWaiting() {
        nextDueAt.set(0);
    }

    @Override
    public List<PendingFollowUp> pending(int limit, long nowMillis) {
        if (nowMillis < nextDueAt.get()) {
            return List.of();
        }
        // What is committed from now on lowers it again.
        nextDueAt.set(Long.MAX_VALUE);
        long next = 0;
        try {
            List<PendingFollowUp> pending = read(limit, nowMillis);
            next = pending.isEmpty() ? nextDue() : 0;
            return pending;
        } finally {
            nextDueAt.accumulateAndGet(next, Math::min);
        }
    }

    private long nextDue() {
        return database.read(reader -> {
            try (ResultSet row = reader.prepare(NEXT_DUE).executeQuery()) {
                long next = row.next() ? row.getLong(1) : 0;
                return row.wasNull() ? Long.MAX_VALUE : next;
            }
        });
    }

    private List<PendingFollowUp> read(int limit, long nowMillis) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(PENDING);
            select.setLong(1, nowMillis);
            select.setInt(2, limit);
            List<PendingFollowUp> pending = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    FollowUp followUp =
                            new FollowUp(
                                    new PlayerId(row.getLong(2)),
                                    new OperationId(row.getString(3)),
                                    codec.readCommand(row.getString(4)),
                                    row.getLong(5));
                    pending.add(new PendingFollowUp(row.getLong(1), followUp));
                }
            }
            return pending;
        });
    }

    @Override
    public void complete(PendingFollowUp followUp) {
        run(followUp.id(), DELETE);
    }

    @Override
    public void postpone(PendingFollowUp followUp) {
        run(followUp.id(), COPY_TO_THE_END, DELETE);
    }

    /** Runs statements about the row {@code id} in one transaction, and waits for it. */
    private void run(long id, String... statementsOfRow) {
        Write write =
                new Write() {
                    @Override
                    boolean isForced() {
                        return false;
                    }

                    @Override
                    void apply(WriterStatements statements) throws SQLException {
                        for (String sql : statementsOfRow) {
                            PreparedStatement statement = statements.prepare(sql);
                            statement.setLong(1, id);
                            statement.executeUpdate();
                        }
                    }
                };
        writer.submit(write);
        write.await();
    }
}
