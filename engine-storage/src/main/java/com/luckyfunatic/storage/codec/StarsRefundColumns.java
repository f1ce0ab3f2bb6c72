package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.operator.StarsRefund;
import com.luckyfunatic.engine.operator.StarsRefund.End;
import com.luckyfunatic.engine.operator.StarsRefund.Ending;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the table {@code stars_refund}, which are the same in every database. Payments are
 * bytes, because texts compare too leniently.
 */
public final class StarsRefundColumns {
    /** Returns what is kept of a payment, its only parameter. */
    public static final String FIND =
            """
            SELECT charge, revision, operation_id, player_id, unanswered, asked_at, held_until,
                ending, ended_at, words
            FROM stars_refund WHERE charge = ?
            """;

    /** Adds a row; what happens to one that is there, the database's own words say after it. */
    public static final String INSERT =
            """
            INSERT INTO stars_refund (revision, operation_id, player_id, unanswered, asked_at,
                held_until, ending, ended_at, words, charge)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Changes a row that is at a revision, the last parameter. */
    public static final String UPDATE =
            """
            UPDATE stars_refund SET revision = ?, operation_id = ?, player_id = ?, unanswered = ?,
                asked_at = ?, held_until = ?, ending = ?, ended_at = ?, words = ?
            WHERE charge = ? AND revision = ?
            """;

    private static final int SEEN = 11;

    private static final int OPEN = 0;
    private static final int REFUNDED = 1;
    private static final int REFUSED = 2;
    private static final int WENT_WITHOUT = 3;

    private StarsRefundColumns() {}

    /** Returns how a payment is stored. */
    public static byte[] bytes(String chargeId) {
        return chargeId.getBytes(StandardCharsets.UTF_8);
    }

    /** Sets the parameters of {@link #INSERT}, or all but the last of {@link #UPDATE}. */
    public static void set(PreparedStatement statement, StarsRefund refund) throws SQLException {
        End end = refund.end();
        statement.setLong(1, refund.revision());
        statement.setString(2, refund.operation().value());
        statement.setLong(3, refund.player().value());
        statement.setInt(4, refund.unanswered());
        statement.setLong(5, refund.askedAtMillis());
        statement.setLong(6, refund.heldUntilMillis());
        statement.setInt(7, end == null ? OPEN : number(end.ending()));
        statement.setLong(8, end == null ? 0 : end.atMillis());
        statement.setString(9, end == null ? "" : end.words());
        statement.setBytes(10, bytes(refund.chargeId()));
    }

    /** Sets the last parameter of {@link #UPDATE}. */
    public static void setSeen(PreparedStatement update, StarsRefund seen) throws SQLException {
        update.setLong(SEEN, seen.revision());
    }

    /** Returns the next row of {@link #FIND}; null when there is none. */
    public static @Nullable StarsRefund read(ResultSet row) throws SQLException {
        if (!row.next()) {
            return null;
        }
        int ending = row.getInt(8);
        return new StarsRefund(
                row.getLong(2),
                new String(row.getBytes(1), StandardCharsets.UTF_8),
                new OperationId(row.getString(3)),
                new PlayerId(row.getLong(4)),
                row.getInt(5),
                row.getLong(6),
                row.getLong(7),
                ending == OPEN ? null : new End(ending(ending), row.getLong(9), row.getString(10)));
    }

    private static int number(Ending ending) {
        return switch (ending) {
            case REFUNDED -> REFUNDED;
            case REFUSED -> REFUSED;
            case WENT_WITHOUT -> WENT_WITHOUT;
        };
    }

    private static Ending ending(int number) {
        return switch (number) {
            case REFUNDED -> Ending.REFUNDED;
            case REFUSED -> Ending.REFUSED;
            case WENT_WITHOUT -> Ending.WENT_WITHOUT;
            default -> throw new StorageCorruptException("there is no ending " + number);
        };
    }
}
