package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.FollowUpFailures;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.codec.GameCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The table {@code follow_up}: commands that changes have called for, on others or later. */
final class EmbeddedFollowUpQueue implements FollowUpQueue {
    private static final String COLUMNS =
            "SELECT id, player_id, operation_id, command, due_at, queued_at, failed_attempts,"
                    + " failed_at, failure FROM follow_up";
    private static final String PENDING = COLUMNS + " WHERE due_at <= ? ORDER BY id LIMIT ?";

    /** By an index on the same expression. */
    private static final String WAITING =
            COLUMNS
                    + " WHERE max(queued_at, due_at) >= ?1"
                    + " AND (max(queued_at, due_at) > ?1 OR id > ?2)"
                    + " ORDER BY max(queued_at, due_at), id LIMIT ?3";

    /** Goes through all that wait: it is asked for by people. */
    private static final String FIND =
            COLUMNS + " WHERE player_id = ? AND operation_id = ? ORDER BY id LIMIT 1";

    private static final String NEXT_DUE = "SELECT MIN(due_at) FROM follow_up";
    private static final String SAVE =
            "INSERT INTO follow_up (player_id, operation_id, command, due_at, queued_at)"
                    + " VALUES (?, ?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM follow_up WHERE id = ?";
    private static final String COPY_TO_THE_END =
            """
            INSERT INTO follow_up (player_id, operation_id, command, due_at, queued_at,
                    failed_attempts, failed_at, failure)
                SELECT player_id, operation_id, command, due_at, queued_at,
                    failed_attempts, failed_at, failure
                FROM follow_up WHERE id = ?
            """;
    private static final String NOTE_FAILURE =
            """
            UPDATE follow_up SET failed_attempts = min(failed_attempts + 1, 2147483647),
                failed_at = ?, failure = ? WHERE id = ?
            """;
    private static final String TAKE_OFF =
            "DELETE FROM follow_up WHERE player_id = ? AND operation_id = ?";
    private static final String DROP =
            """
            INSERT INTO dropped_follow_up (player_id, operation_id, dropped_by, dropped_at)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String DROPPED =
            "SELECT dropped_by, dropped_at FROM dropped_follow_up"
                    + " WHERE player_id = ? AND operation_id = ?";

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
    record Row(
            PlayerId player,
            OperationId operationId,
            String command,
            long dueAtMillis,
            long queuedAtMillis) {}

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
                                followUp.dueAtMillis(),
                                change.atMillis()));
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
        save.setLong(5, row.queuedAtMillis());
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
        return read(
                PENDING,
                select -> {
                    select.setLong(1, nowMillis);
                    select.setInt(2, limit);
                });
    }

    /** Sets the parameters of a statement. */
    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private List<PendingFollowUp> read(String sql, Parameters parameters) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(sql);
            parameters.set(select);
            List<PendingFollowUp> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(pending(row));
                }
            }
            return found;
        });
    }

    private PendingFollowUp pending(ResultSet row) throws SQLException {
        return new PendingFollowUp(
                row.getLong(1),
                new PlayerId(row.getLong(2)),
                new OperationId(row.getString(3)),
                codec.findCommand(row.getString(4)),
                row.getLong(5),
                row.getLong(6),
                new FollowUpFailures(row.getInt(7), row.getLong(8), row.getString(9)));
    }

    @Override
    public Page<PendingFollowUp> waiting(@Nullable WaitingPosition after, int limit) {
        Page.requireLimit(limit);
        return Page.ofOneMore(
                read(
                        WAITING,
                        select -> {
                            select.setLong(1, after == null ? Long.MIN_VALUE : after.sinceMillis());
                            select.setLong(2, after == null ? 0 : after.id());
                            select.setInt(3, limit + 1);
                        }),
                limit);
    }

    @Override
    public Optional<PendingFollowUp> findWaiting(PlayerId player, OperationId operationId) {
        return read(
                        FIND,
                        select -> {
                            select.setLong(1, player.value());
                            select.setString(2, operationId.value());
                        })
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Dropped> dropped(PlayerId player, OperationId operationId) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(DROPPED);
            select.setLong(1, player.value());
            select.setString(2, operationId.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Dropped(new OperationId(row.getString(1)), row.getLong(2)))
                        : Optional.empty();
            }
        });
    }

    @Override
    public Dropped drop(FollowUp followUp, OperationId by, long atMillis) {
        // What calls for it was written once, with it: nothing can queue it again here.
        run(statements -> {
            PreparedStatement drop = statements.prepare(DROP);
            drop.setLong(1, followUp.player().value());
            drop.setString(2, followUp.operationId().value());
            drop.setString(3, by.value());
            drop.setLong(4, atMillis);
            drop.executeUpdate();
            PreparedStatement takeOff = statements.prepare(TAKE_OFF);
            takeOff.setLong(1, followUp.player().value());
            takeOff.setString(2, followUp.operationId().value());
            takeOff.executeUpdate();
        });
        return dropped(followUp.player(), followUp.operationId()).orElseThrow();
    }

    @Override
    public void noteFailure(PendingFollowUp followUp, long atMillis, String reason) {
        run(statements -> {
            PreparedStatement note = statements.prepare(NOTE_FAILURE);
            note.setLong(1, atMillis);
            note.setString(2, reason);
            note.setLong(3, followUp.id());
            note.executeUpdate();
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
        run(statements -> {
            for (String sql : statementsOfRow) {
                PreparedStatement statement = statements.prepare(sql);
                statement.setLong(1, id);
                statement.executeUpdate();
            }
        });
    }

    /** What the writer does in one transaction. */
    @FunctionalInterface
    private interface Work {
        void apply(WriterStatements statements) throws SQLException;
    }

    private void run(Work work) {
        Write write =
                new Write() {
                    @Override
                    boolean isForced() {
                        return false;
                    }

                    @Override
                    void apply(WriterStatements statements) throws SQLException {
                        work.apply(statements);
                    }
                };
        writer.submit(write);
        write.await();
    }
}
