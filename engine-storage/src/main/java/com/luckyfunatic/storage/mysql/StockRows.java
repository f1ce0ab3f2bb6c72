package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.codec.StepNumbers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements on the tables {@code stock_level} and {@code stock_reservation}, within a
 * transaction of the caller. Each condition stands in the statement that relies on it.
 */
final class StockRows {
    private static final String LEVEL = "SELECT reserved, sold FROM stock_level WHERE stock_id = ?";
    private static final String LOCK_LEVEL = LEVEL + " FOR UPDATE";
    private static final String ADD_LEVEL =
            "INSERT INTO stock_level (stock_id, reserved, sold) VALUES (?, 0, 0)"
                    + " ON DUPLICATE KEY UPDATE stock_id = stock_level.stock_id";
    private static final String TAKE =
            "UPDATE stock_level SET reserved = reserved + ?"
                    + " WHERE stock_id = ? AND reserved + sold + ? <= ?";
    private static final String GIVE_BACK =
            "UPDATE stock_level SET reserved = reserved - ?, sold = sold + ?"
                    + " WHERE stock_id = ? AND reserved >= ?";

    private static final String COLUMNS =
            "player_id, operation_id, stock_id, quantity, command, reserved_until, state";
    private static final String FIND =
            "SELECT "
                    + COLUMNS
                    + " FROM stock_reservation WHERE player_id = ? AND operation_id = ?";
    private static final String INSERT =
            "INSERT INTO stock_reservation (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, 0)";
    private static final String SETTLE =
            "UPDATE stock_reservation SET state = ?"
                    + " WHERE player_id = ? AND operation_id = ? AND state = 0";

    // Spelled out: MySQL does not use an index for a comparison of rows.
    private static final String OPEN =
            "SELECT "
                    + COLUMNS
                    + " FROM stock_reservation WHERE state = 0"
                    + " AND reserved_until >= ? AND reserved_until <= ?"
                    + " AND (reserved_until > ? OR player_id > ?"
                    + " OR (player_id = ? AND operation_id > ?))"
                    + " ORDER BY reserved_until, player_id, operation_id LIMIT ?";

    private final GameCodec codec;

    StockRows(GameCodec codec) {
        this.codec = codec;
    }

    StockLevel level(Connection connection, StockId stock) throws SQLException {
        StockLevel level = level(connection, stock, LEVEL);
        return level == null ? StockLevel.UNTOUCHED : level;
    }

    /** Returns the level, which nobody else may change until the transaction ends. */
    @Nullable StockLevel lockLevel(Connection connection, StockId stock) throws SQLException {
        return level(connection, stock, LOCK_LEVEL);
    }

    private static @Nullable StockLevel level(Connection connection, StockId stock, String sql)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, stock.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new StockLevel(row.getLong(1), row.getLong(2)) : null;
            }
        }
    }

    /** Makes a level that nothing was taken from, unless there is one. */
    void addLevel(Connection connection, StockId stock) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD_LEVEL)) {
            insert.setString(1, stock.value());
            insert.executeUpdate();
        }
    }

    /** Takes pieces off what is left; false when there are not so many, or no level. */
    boolean take(Connection connection, StockId stock, long quantity, long total)
            throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setLong(1, quantity);
            take.setString(2, stock.value());
            take.setLong(3, quantity);
            take.setLong(4, total);
            return take.executeUpdate() == 1;
        }
    }

    /** Ends what {@link #take} began; false when not so many pieces are reserved. */
    boolean giveBack(Connection connection, Reservation reservation, ReservationStep state)
            throws SQLException {
        try (PreparedStatement giveBack = connection.prepareStatement(GIVE_BACK)) {
            giveBack.setLong(1, reservation.quantity());
            giveBack.setLong(2, state == ReservationStep.SOLD ? reservation.quantity() : 0);
            giveBack.setString(3, reservation.stock().value());
            giveBack.setLong(4, reservation.quantity());
            return giveBack.executeUpdate() == 1;
        }
    }

    @Nullable Reservation find(Connection connection, PlayerId player, OperationId operationId)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setLong(1, player.value());
            select.setBytes(2, Sql.bytes(operationId));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? reservation(row) : null;
            }
        }
    }

    void insert(Connection connection, Reservation reservation) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, reservation.player().value());
            insert.setBytes(2, Sql.bytes(reservation.operationId()));
            insert.setString(3, reservation.stock().value());
            insert.setLong(4, reservation.quantity());
            insert.setString(5, codec.write(reservation.command()));
            insert.setLong(6, reservation.untilMillis());
            insert.executeUpdate();
        }
    }

    /** Puts a reservation that is still held into {@code state}; false when it is not. */
    boolean settle(Connection connection, Reservation reservation, ReservationStep state)
            throws SQLException {
        try (PreparedStatement settle = connection.prepareStatement(SETTLE)) {
            settle.setInt(1, StepNumbers.number(state));
            settle.setLong(2, reservation.player().value());
            settle.setBytes(3, Sql.bytes(reservation.operationId()));
            return settle.executeUpdate() == 1;
        }
    }

    List<Reservation> open(
            Connection connection, long untilMillis, @Nullable Reservation after, int limit)
            throws SQLException {
        List<Reservation> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OPEN)) {
            long end = after == null ? Long.MIN_VALUE : after.untilMillis();
            long player = after == null ? 0 : after.player().value();
            select.setLong(1, end);
            select.setLong(2, untilMillis);
            select.setLong(3, end);
            select.setLong(4, player);
            select.setLong(5, player);
            select.setBytes(6, after == null ? new byte[0] : Sql.bytes(after.operationId()));
            select.setInt(7, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(reservation(row));
                }
            }
        }
        return found;
    }

    private Reservation reservation(ResultSet row) throws SQLException {
        return new Reservation(
                new PlayerId(row.getLong(1)),
                Sql.operationId(row.getBytes(2)),
                new StockId(row.getString(3)),
                row.getLong(4),
                codec.readCommand(row.getString(5)),
                row.getLong(6),
                StepNumbers.reservationStep(row.getInt(7)));
    }
}
