package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.RankReceipt;
import com.luckyfunatic.engine.prize.RankingProgress;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.storage.codec.StandingColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements on the tables {@code final_ranking} and {@code final_standing}, within a
 * transaction of the caller. Each condition stands in the statement that relies on it.
 */
final class PrizeRows {
    private static final String PROGRESS =
            "SELECT written, complete FROM final_ranking WHERE tournament_id = ?";
    private static final String BEGIN =
            "INSERT INTO final_ranking (tournament_id, written, complete) VALUES (?, 0, 0)"
                    + " ON DUPLICATE KEY UPDATE tournament_id = final_ranking.tournament_id";
    private static final String ADVANCE =
            "UPDATE final_ranking SET written = ?"
                    + " WHERE tournament_id = ? AND written = ? AND complete = 0";
    private static final String COMPLETE =
            "UPDATE final_ranking SET complete = 1 WHERE tournament_id = ? AND written = ?";
    private static final String INSERT =
            "INSERT INTO final_standing (" + StandingColumns.WRITTEN + ") VALUES ";
    private static final String PAGE =
            StandingColumns.SELECT
                    + " WHERE tournament_id = ? AND place > ? ORDER BY place LIMIT ?";
    private static final String UNPAID =
            StandingColumns.SELECT
                    + " WHERE tournament_id = ? AND place > ? AND place <= ?"
                    + " AND paid_at IS NULL ORDER BY place LIMIT ?";
    private static final String STANDING =
            StandingColumns.SELECT + " WHERE player_id = ? AND tournament_id = ?";

    // Spelled out: MySQL does not use an index for a comparison of rows.
    private static final String HISTORY =
            StandingColumns.SELECT
                    + " WHERE player_id = ? AND closed_at <= ?"
                    + " AND (closed_at < ? OR tournament_id < ?)"
                    + " ORDER BY closed_at DESC, tournament_id DESC LIMIT ?";

    private PrizeRows() {}

    static RankingProgress progress(Connection connection, TournamentId tournament)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PROGRESS)) {
            select.setString(1, tournament.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new RankingProgress(row.getLong(1), row.getBoolean(2))
                        : RankingProgress.NONE;
            }
        }
    }

    /** Makes the row of a ranking of which nothing is written, unless there is one. */
    static void begin(Connection connection, TournamentId tournament) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setString(1, tournament.value());
            insert.executeUpdate();
        }
    }

    /** Says that ranks up to {@code to} are written; false unless so far up to {@code from} are. */
    static boolean advance(Connection connection, TournamentId tournament, long from, long to)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            update.setLong(1, to);
            update.setString(2, tournament.value());
            update.setLong(3, from);
            return update.executeUpdate() == 1;
        }
    }

    static void complete(Connection connection, TournamentId tournament, long written)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(COMPLETE)) {
            update.setString(1, tournament.value());
            update.setLong(2, written);
            update.executeUpdate();
        }
    }

    static void insert(Connection connection, List<FinalStanding> rows) throws SQLException {
        String row = "(" + Sql.list("?", StandingColumns.SET) + ")";
        for (List<FinalStanding> some : Sql.runs(rows)) {
            String sql = INSERT + Sql.list(row, some.size());
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (int i = 0; i < some.size(); i++) {
                    StandingColumns.set(insert, 1 + i * StandingColumns.SET, some.get(i));
                }
                insert.executeUpdate();
            }
        }
    }

    static void note(Connection connection, TournamentId tournament, List<RankReceipt> receipts)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(StandingColumns.NOTE)) {
            for (RankReceipt each : receipts) {
                StandingColumns.setReceipt(update, tournament, each);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    static List<FinalStanding> page(
            Connection connection, TournamentId tournament, long afterRank, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setString(1, tournament.value());
            select.setLong(2, afterRank);
            select.setInt(3, limit);
            return StandingColumns.read(select);
        }
    }

    static List<FinalStanding> unpaid(
            Connection connection,
            TournamentId tournament,
            long afterRank,
            long lastRank,
            int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNPAID)) {
            select.setString(1, tournament.value());
            select.setLong(2, afterRank);
            select.setLong(3, lastRank);
            select.setInt(4, limit);
            return StandingColumns.read(select);
        }
    }

    static List<FinalStanding> standing(
            Connection connection, TournamentId tournament, PlayerId player) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setLong(1, player.value());
            select.setString(2, tournament.value());
            return StandingColumns.read(select);
        }
    }

    static List<FinalStanding> history(
            Connection connection, PlayerId player, @Nullable FinalStanding after, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HISTORY)) {
            long closed = after == null ? Long.MAX_VALUE : after.closedAtMillis();
            select.setLong(1, player.value());
            select.setLong(2, closed);
            select.setLong(3, closed);
            select.setString(4, after == null ? "" : after.tournament().value());
            select.setInt(5, limit);
            return StandingColumns.read(select);
        }
    }
}
