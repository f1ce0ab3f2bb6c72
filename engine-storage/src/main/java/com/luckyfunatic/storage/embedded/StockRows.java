package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.codec.StepNumbers;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables {@code stock_level} and {@code stock_reservation}, through one connection. */
final class StockRows {
    private static final String LEVEL = "SELECT reserved, sold FROM stock_level WHERE stock_id = ?";
    private static final String ADD_LEVEL =
            "INSERT INTO stock_level (stock_id, reserved, sold) VALUES (?, 0, 0)"
                    + " ON CONFLICT DO NOTHING";
    private static final String TAKE =
            "UPDATE stock_level SET reserved = reserved + ?1"
                    + " WHERE stock_id = ?2 AND reserved + sold + ?1 <= ?3";
    private static final String GIVE_BACK =
            "UPDATE stock_level SET reserved = reserved - ?1, sold = sold + ?3"
                    + " WHERE stock_id = ?2 AND reserved >= ?1";

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
    private static final String OPEN =
            "SELECT "
                    + COLUMNS
                    + " FROM stock_reservation WHERE state = 0 AND reserved_until <= ?"
                    + " AND (reserved_until, player_id, operation_id) > (?, ?, ?)"
                    + " ORDER BY reserved_until, player_id, operation_id LIMIT ?";

    private final GameCodec codec;
    private final Statements statements;

    StockRows(GameCodec codec, Statements statements) {
        this.codec = codec;
        this.statements = statements;
    }

    /** Prepares statements of a connection. */
    @FunctionalInterface
    interface Statements {
        PreparedStatement prepare(String sql) throws SQLException;
    }

    StockLevel level(StockId stock) throws SQLException {
        PreparedStatement select = statements.prepare(LEVEL);
        select.setString(1, stock.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new StockLevel(row.getLong(1), row.getLong(2))
                    : StockLevel.UNTOUCHED;
        }
    }

    /** Takes pieces off what is left; false when there are not so many. */
    boolean take(StockId stock, long quantity, long total) throws SQLException {
        PreparedStatement add = statements.prepare(ADD_LEVEL);
        add.setString(1, stock.value());
        add.executeUpdate();
        PreparedStatement take = statements.prepare(TAKE);
        take.setLong(1, quantity);
        take.setString(2, stock.value());
        take.setLong(3, total);
        return take.executeUpdate() == 1;
    }

    /** Ends what {@link #take} began; false when not so many pieces are reserved. */
    boolean giveBack(Reservation reservation, ReservationStep state) throws SQLException {
        PreparedStatement giveBack = statements.prepare(GIVE_BACK);
        giveBack.setLong(1, reservation.quantity());
        giveBack.setString(2, reservation.stock().value());
        giveBack.setLong(3, state == ReservationStep.SOLD ? reservation.quantity() : 0);
        return giveBack.executeUpdate() == 1;
    }

    @Nullable Reservation find(PlayerId player, OperationId operationId) throws SQLException {
        PreparedStatement select = statements.prepare(FIND);
        select.setLong(1, player.value());
        select.setString(2, operationId.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? reservation(row) : null;
        }
    }

    void insert(Reservation reservation) throws SQLException {
        PreparedStatement insert = statements.prepare(INSERT);
        insert.setLong(1, reservation.player().value());
        insert.setString(2, reservation.operationId().value());
        insert.setString(3, reservation.stock().value());
        insert.setLong(4, reservation.quantity());
        insert.setString(5, codec.write(reservation.command()));
        insert.setLong(6, reservation.untilMillis());
        insert.executeUpdate();
    }

    /** Puts a reservation that is still held into {@code state}; false when it is not. */
    boolean settle(Reservation reservation, ReservationStep state) throws SQLException {
        PreparedStatement settle = statements.prepare(SETTLE);
        settle.setInt(1, StepNumbers.number(state));
        settle.setLong(2, reservation.player().value());
        settle.setString(3, reservation.operationId().value());
        return settle.executeUpdate() == 1;
    }

    List<Reservation> open(long untilMillis, @Nullable Reservation after, int limit)
            throws SQLException {
        PreparedStatement select = statements.prepare(OPEN);
        select.setLong(1, untilMillis);
        select.setLong(2, after == null ? Long.MIN_VALUE : after.untilMillis());
        select.setLong(3, after == null ? 0 : after.player().value());
        select.setString(4, after == null ? "" : after.operationId().value());
        select.setInt(5, limit);
        List<Reservation> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(reservation(row));
            }
        }
        return found;
    }

    private Reservation reservation(ResultSet row) throws SQLException {
        return new Reservation(
                new PlayerId(row.getLong(1)),
                new OperationId(row.getString(2)),
                new StockId(row.getString(3)),
                row.getLong(4),
                codec.readCommand(row.getString(5)),
                row.getLong(6),
                StepNumbers.reservationStep(row.getInt(7)));
    }
}
