package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRefusal;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.minigame.RunStep;
import com.luckyfunatic.engine.minigame.StartOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.storage.codec.StepNumbers;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code minigame_run}. Thread-safe. */
final class EmbeddedMinigameRuns implements MinigameRuns {
    private static final String START_COLUMNS =
            "run_id, player_id, operation_id, minigame_id, tournament_id, started_at,"
                    + " expires_at, seed, nonce";
    private static final String SELECT =
            "SELECT "
                    + START_COLUMNS
                    + ", score, scored_at, flag, counted_as, review, reviewed_by, reviewed_why,"
                    + " reviewed_at FROM minigame_run";
    private static final String INSERT =
            "INSERT INTO minigame_run (" + START_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FIND = SELECT + " WHERE run_id = ?";
    private static final String FIND_OPERATION =
            SELECT + " WHERE player_id = ? AND operation_id = ?";
    private static final String COUNT_OPEN =
            "SELECT (SELECT count(*) FROM minigame_run"
                    + " WHERE player_id = ?1 AND expires_at >= ?2 AND score IS NULL)"
                    + " + (SELECT count(*) FROM minigame_run"
                    + " WHERE player_id = ?1 AND flag IS NOT NULL AND review IS NULL)";
    private static final String SCORE =
            "UPDATE minigame_run SET score = ?, scored_at = ?, flag = ?, counted_as = ?"
                    + " WHERE run_id = ?";
    private static final String REVIEW =
            "UPDATE minigame_run SET counted_as = ?, review = ?, reviewed_by = ?, reviewed_why = ?,"
                    + " reviewed_at = ? WHERE run_id = ?";
    private static final String OF_MINIGAME =
            SELECT + " WHERE minigame_id = ? AND counted_as > ? ORDER BY counted_as LIMIT ?";
    private static final String OF_TOURNAMENT =
            SELECT + " WHERE tournament_id = ? AND counted_as > ? ORDER BY counted_as LIMIT ?";
    private static final String FLAGGED =
            SELECT
                    + " WHERE flag IS NOT NULL AND review IS NULL AND run_id > ?"
                    + " ORDER BY run_id LIMIT ?";
    private static final String FLAGGED_OF_TOURNAMENT =
            SELECT
                    + " WHERE flag IS NOT NULL AND review IS NULL AND tournament_id = ?"
                    + " AND run_id > ? ORDER BY run_id LIMIT ?";
    private static final String GREATEST_ID =
            "SELECT max((SELECT coalesce(max(run_id), 0) FROM minigame_run),"
                    + " (SELECT coalesce(max(counted_as), 0) FROM minigame_run))";

    private final Database database;
    private final GroupCommit writer;
    private final GreatestId greatestId;

    EmbeddedMinigameRuns(Database database, GroupCommit writer, GreatestId greatestId) {
        this.database = database;
        this.writer = writer;
        this.greatestId = greatestId;
    }

    /** Returns the greatest id that the table has, 0 for none. */
    static long greatestId(Database database) {
        return database.read(reader -> {
            try (ResultSet row = reader.prepare(GREATEST_ID).executeQuery()) {
                return row.getLong(1);
            }
        });
    }

    @Override
    public StartOutcome start(MinigameRun run, int openMax) {
        return write(
                run.id(),
                statements -> {
                    PreparedStatement known = statements.prepare(FIND_OPERATION);
                    known.setLong(1, run.player().value());
                    known.setString(2, run.operationId().value());
                    List<MinigameRun> found = runs(known);
                    if (!found.isEmpty()) {
                        return new StartOutcome.Known(found.getFirst());
                    }
                    if (open(statements, run) >= openMax) {
                        return new StartOutcome.Refused(MinigameRefusal.TOO_MANY_RUNS);
                    }
                    insert(statements, run);
                    return new StartOutcome.Started(run);
                });
    }

    private static int open(WriterStatements statements, MinigameRun run) throws SQLException {
        PreparedStatement count = statements.prepare(COUNT_OPEN);
        count.setLong(1, run.player().value());
        count.setLong(2, run.startedAtMillis());
        try (ResultSet row = count.executeQuery()) {
            return row.getInt(1);
        }
    }

    private static void insert(WriterStatements statements, MinigameRun run) throws SQLException {
        PreparedStatement insert = statements.prepare(INSERT);
        TournamentId tournament = run.tournament();
        insert.setLong(1, run.id());
        insert.setLong(2, run.player().value());
        insert.setString(3, run.operationId().value());
        insert.setString(4, run.minigame().value());
        insert.setString(5, tournament == null ? null : tournament.value());
        insert.setLong(6, run.startedAtMillis());
        insert.setLong(7, run.expiresAtMillis());
        insert.setLong(8, run.seed());
        insert.setLong(9, run.nonce());
        insert.executeUpdate();
    }

    @Override
    public Optional<MinigameRun> find(PlayerId player, OperationId operationId) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(FIND_OPERATION);
            select.setLong(1, player.value());
            select.setString(2, operationId.value());
            return runs(select).stream().findFirst();
        });
    }

    @Override
    public Optional<MinigameRun> find(long id) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(FIND);
            select.setLong(1, id);
            return runs(select).stream().findFirst();
        });
    }

    @Override
    public Optional<MinigameRun> score(long id, RunScore score) {
        return write(
                score.countedAs(),
                statements -> {
                    Optional<MinigameRun> run = find(statements, id);
                    if (run.isEmpty() || run.get().score() != null) {
                        return run;
                    }
                    PreparedStatement update = statements.prepare(SCORE);
                    update.setLong(1, score.score());
                    update.setLong(2, score.atMillis());
                    setFlag(update, 3, score);
                    setCountedAs(update, 4, score);
                    update.setLong(5, id);
                    update.executeUpdate();
                    return Optional.of(run.get().with(score));
                });
    }

    @Override
    public Optional<MinigameRun> review(long id, RunReview review, long number) {
        return write(
                number,
                statements -> {
                    Optional<MinigameRun> run = find(statements, id);
                    if (run.isEmpty() || run.get().step() != RunStep.FLAGGED) {
                        return run;
                    }
                    RunScore score =
                            Objects.requireNonNull(run.get().score()).reviewed(review, number);
                    PreparedStatement update = statements.prepare(REVIEW);
                    setCountedAs(update, 1, score);
                    update.setInt(2, review.approved() ? 1 : 0);
                    update.setString(3, review.by());
                    update.setString(4, review.reason());
                    update.setLong(5, review.atMillis());
                    update.setLong(6, id);
                    update.executeUpdate();
                    return Optional.of(run.get().with(score));
                });
    }

    private static Optional<MinigameRun> find(WriterStatements statements, long id)
            throws SQLException {
        PreparedStatement select = statements.prepare(FIND);
        select.setLong(1, id);
        return runs(select).stream().findFirst();
    }

    private static void setFlag(PreparedStatement statement, int at, RunScore score)
            throws SQLException {
        if (score.flag() == null) {
            statement.setNull(at, Types.INTEGER);
        } else {
            statement.setInt(at, StepNumbers.number(score.flag()));
        }
    }

    private static void setCountedAs(PreparedStatement statement, int at, RunScore score)
            throws SQLException {
        if (score.counts()) {
            statement.setLong(at, score.countedAs());
        } else {
            statement.setNull(at, Types.INTEGER);
        }
    }

    @Override
    public Page<MinigameRun> counted(MinigameId minigame, long after, int limit) {
        return page(OF_MINIGAME, minigame.value(), after, limit);
    }

    @Override
    public Page<MinigameRun> counted(TournamentId tournament, long after, int limit) {
        return page(OF_TOURNAMENT, tournament.value(), after, limit);
    }

    private Page<MinigameRun> page(String sql, String of, long after, int limit) {
        Page.requireLimit(limit);
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(sql);
            select.setString(1, of);
            select.setLong(2, after);
            select.setInt(3, limit + 1);
            return Page.ofOneMore(runs(select), limit);
        });
    }

    @Override
    public Page<MinigameRun> flagged(long after, int limit) {
        Page.requireLimit(limit);
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(FLAGGED);
            select.setLong(1, after);
            select.setInt(2, limit + 1);
            return Page.ofOneMore(runs(select), limit);
        });
    }

    @Override
    public Page<MinigameRun> flagged(TournamentId tournament, long after, int limit) {
        return page(FLAGGED_OF_TOURNAMENT, tournament.value(), after, limit);
    }

    private static List<MinigameRun> runs(PreparedStatement select) throws SQLException {
        List<MinigameRun> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String tournament = row.getString(5);
                found.add(
                        new MinigameRun(
                                row.getLong(1),
                                new PlayerId(row.getLong(2)),
                                new OperationId(row.getString(3)),
                                new MinigameId(row.getString(4)),
                                tournament == null ? null : new TournamentId(tournament),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9),
                                score(row)));
            }
        }
        return found;
    }

    private static @Nullable RunScore score(ResultSet row) throws SQLException {
        long score = row.getLong(10);
        if (row.wasNull()) {
            return null;
        }
        int flag = row.getInt(12);
        boolean plausible = row.wasNull();
        return new RunScore(
                score,
                row.getLong(11),
                plausible ? null : StepNumbers.runFlag(flag),
                row.getLong(13),
                review(row));
    }

    private static @Nullable RunReview review(ResultSet row) throws SQLException {
        int verdict = row.getInt(14);
        return row.wasNull()
                ? null
                : new RunReview(
                        verdict == 1, row.getString(15), row.getString(16), row.getLong(17));
    }

    /** Forced: a score that was answered counts, whatever happens to the machine. */
    private <T> T write(long id, WorkWrite.Work<T> work) {
        return new WorkWrite<>(true, work, (T _) -> greatestId.committed(id)).runBy(writer);
    }
}
