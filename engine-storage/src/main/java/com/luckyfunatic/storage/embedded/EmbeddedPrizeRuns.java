package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.RankReceipt;
import com.luckyfunatic.engine.prize.RankingProgress;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.storage.codec.RankRuns;
import com.luckyfunatic.storage.codec.StandingColumns;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code final_ranking} and {@code final_standing}. Only that a ranking is complete is
 * forced to disk, and with it what was written before; what was paid is known to the players'
 * journals. Thread-safe.
 */
final class EmbeddedPrizeRuns implements PrizeRuns {
    private static final String PROGRESS =
            "SELECT written, complete FROM final_ranking WHERE tournament_id = ?";
    private static final String BEGIN =
            "INSERT INTO final_ranking (tournament_id, written, complete) VALUES (?, 0, 0)"
                    + " ON CONFLICT DO NOTHING";
    private static final String ADVANCE =
            "UPDATE final_ranking SET written = ?"
                    + " WHERE tournament_id = ? AND written = ? AND complete = 0";
    private static final String COMPLETE =
            "UPDATE final_ranking SET complete = 1 WHERE tournament_id = ? AND written = ?";
    private static final String INSERT =
            "INSERT INTO final_standing ("
                    + StandingColumns.WRITTEN
                    + ") VALUES ("
                    + String.join(
                            ", ",
                            IntStream.range(0, StandingColumns.SET).mapToObj(_ -> "?").toList())
                    + ")";
    private static final String PAGE =
            StandingColumns.SELECT
                    + " WHERE tournament_id = ? AND place > ? ORDER BY place LIMIT ?";
    private static final String UNPAID =
            StandingColumns.SELECT
                    + " WHERE tournament_id = ? AND place > ? AND place <= ?"
                    + " AND paid_at IS NULL ORDER BY place LIMIT ?";
    private static final String STANDING =
            StandingColumns.SELECT + " WHERE player_id = ? AND tournament_id = ?";
    private static final String HISTORY =
            StandingColumns.SELECT
                    + " WHERE player_id = ? AND (closed_at, tournament_id) < (?, ?)"
                    + " ORDER BY closed_at DESC, tournament_id DESC LIMIT ?";

    private final Database database;
    private final GroupCommit writer;

    EmbeddedPrizeRuns(Database database, GroupCommit writer) {
        this.database = database;
        this.writer = writer;
    }

    @Override
    public RankingProgress progress(TournamentId tournament) {
        return database.read(reader -> progress(reader.prepare(PROGRESS), tournament));
    }

    private static RankingProgress progress(PreparedStatement select, TournamentId tournament)
            throws SQLException {
        select.setString(1, tournament.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new RankingProgress(row.getLong(1), row.getBoolean(2))
                    : RankingProgress.NONE;
        }
    }

    @Override
    public boolean append(List<FinalStanding> next) {
        RankRuns.require(next);
        TournamentId tournament = next.getFirst().tournament();
        long from = next.getFirst().rank() - 1;
        return write(
                false,
                statements -> {
                    begin(statements, tournament, from);
                    PreparedStatement advance = statements.prepare(ADVANCE);
                    advance.setLong(1, from + next.size());
                    advance.setString(2, tournament.value());
                    advance.setLong(3, from);
                    if (advance.executeUpdate() != 1) {
                        return false;
                    }
                    PreparedStatement insert = statements.prepare(INSERT);
                    for (FinalStanding each : next) {
                        StandingColumns.set(insert, 1, each);
                        statements.gather(insert);
                    }
                    return true;
                });
    }

    @Override
    public boolean complete(TournamentId tournament, long written) {
        return write(
                true,
                statements -> {
                    begin(statements, tournament, written);
                    PreparedStatement complete = statements.prepare(COMPLETE);
                    complete.setString(1, tournament.value());
                    complete.setLong(2, written);
                    complete.executeUpdate();
                    return progress(statements.prepare(PROGRESS), tournament)
                            .equals(new RankingProgress(written, true));
                });
    }

    /** Makes the row of a ranking of which nothing is written, unless there is one. */
    private static void begin(WriterStatements statements, TournamentId tournament, long written)
            throws SQLException {
        if (written == 0) {
            PreparedStatement begin = statements.prepare(BEGIN);
            begin.setString(1, tournament.value());
            begin.executeUpdate();
        }
    }

    @Override
    public Page<FinalStanding> page(TournamentId tournament, long afterRank, int limit) {
        Page.requireLimit(limit);
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(PAGE);
            select.setString(1, tournament.value());
            select.setLong(2, afterRank);
            select.setInt(3, limit + 1);
            return Page.ofOneMore(StandingColumns.read(select), limit);
        });
    }

    @Override
    public List<FinalStanding> unpaid(
            TournamentId tournament, long afterRank, long lastRank, int limit) {
        Page.requireLimit(limit);
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(UNPAID);
            select.setString(1, tournament.value());
            select.setLong(2, afterRank);
            select.setLong(3, lastRank);
            select.setInt(4, limit);
            return StandingColumns.read(select);
        });
    }

    @Override
    public void note(TournamentId tournament, List<RankReceipt> receipts) {
        write(
                false,
                statements -> {
                    PreparedStatement update = statements.prepare(StandingColumns.NOTE);
                    for (RankReceipt each : receipts) {
                        StandingColumns.setReceipt(update, tournament, each);
                        update.executeUpdate();
                    }
                    return true;
                });
    }

    @Override
    public Optional<FinalStanding> standing(TournamentId tournament, PlayerId player) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(STANDING);
            select.setLong(1, player.value());
            select.setString(2, tournament.value());
            return StandingColumns.read(select).stream().findFirst();
        });
    }

    @Override
    public Page<FinalStanding> history(PlayerId player, @Nullable FinalStanding after, int limit) {
        Page.requireLimit(limit);
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(HISTORY);
            select.setLong(1, player.value());
            select.setLong(2, after == null ? Long.MAX_VALUE : after.closedAtMillis());
            select.setString(3, after == null ? "" : after.tournament().value());
            select.setInt(4, limit + 1);
            return Page.ofOneMore(StandingColumns.read(select), limit);
        });
    }

    private boolean write(boolean forced, WorkWrite.Work<Boolean> work) {
        return new WorkWrite<>(forced, work, _ -> {}).runBy(writer);
    }
}
