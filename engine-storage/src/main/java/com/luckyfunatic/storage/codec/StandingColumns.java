package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.Score;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.PrizeReceipt;
import com.luckyfunatic.engine.prize.RankReceipt;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the table {@code final_standing}, the same in every database with SQL. */
public final class StandingColumns {
    /** How many of them {@link #set} sets. */
    public static final int SET = 7;

    /** Those that {@link #set} sets, in their order. */
    public static final String WRITTEN =
            "tournament_id, place, player_id, score, score_fraction, reached_at, closed_at";

    /** Reads all, for {@link #read}. */
    public static final String SELECT =
            "SELECT " + WRITTEN + ", currency, paid, cut, paid_at FROM final_standing";

    /** Notes the first receipt of a rank, for {@link #setReceipt}. */
    public static final String NOTE =
            "UPDATE final_standing SET currency = ?, paid = ?, cut = ?, paid_at = ?"
                    + " WHERE tournament_id = ? AND place = ? AND paid_at IS NULL";

    private StandingColumns() {}

    /** Sets what is written of {@code row}, from the parameter {@code first} on. */
    public static void set(PreparedStatement insert, int first, FinalStanding row)
            throws SQLException {
        insert.setString(first, row.tournament().value());
        insert.setLong(first + 1, row.rank());
        insert.setLong(first + 2, row.player().value());
        insert.setLong(first + 3, row.place().score().whole());
        insert.setLong(first + 4, row.place().score().fraction());
        insert.setLong(first + 5, row.place().reachedAtMillis());
        insert.setLong(first + 6, row.closedAtMillis());
    }

    /** Sets the parameters of {@link #NOTE}. */
    public static void setReceipt(
            PreparedStatement update, TournamentId tournament, RankReceipt note)
            throws SQLException {
        PrizeReceipt receipt = note.receipt();
        update.setInt(1, CurrencyNumbers.number(receipt.currency()));
        update.setLong(2, receipt.paid());
        update.setLong(3, receipt.cut());
        update.setLong(4, receipt.atMillis());
        update.setString(5, tournament.value());
        update.setLong(6, note.rank());
    }

    /** Returns the rows that {@code select} gives. */
    public static List<FinalStanding> read(PreparedStatement select) throws SQLException {
        List<FinalStanding> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(standing(row));
            }
        }
        return found;
    }

    private static FinalStanding standing(ResultSet row) throws SQLException {
        Score score = new Score(row.getLong(4), row.getLong(5));
        BoardPlace place = new BoardPlace(score, row.getLong(6), new PlayerId(row.getLong(3)));
        return new FinalStanding(
                new TournamentId(row.getString(1)),
                row.getLong(7),
                row.getLong(2),
                place,
                receipt(row));
    }

    private static @Nullable PrizeReceipt receipt(ResultSet row) throws SQLException {
        long atMillis = row.getLong(11);
        if (row.wasNull()) {
            return null;
        }
        return new PrizeReceipt(
                CurrencyNumbers.currency(row.getInt(8)), row.getLong(9), row.getLong(10), atMillis);
    }
}
