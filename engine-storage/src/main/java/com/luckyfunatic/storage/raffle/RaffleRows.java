package com.luckyfunatic.storage.raffle;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleCommand.BuyTickets;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleSecrets;
import com.luckyfunatic.engine.raffle.RaffleStep;
import com.luckyfunatic.engine.raffle.RaffleWinner;
import com.luckyfunatic.engine.raffle.SoldTickets;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.codec.StepNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables {@code raffle}, {@code raffle_reservation} and {@code raffle_winner}. */
final class RaffleRows {
    private static final String RAFFLES =
            "SELECT definition, seed, holder_key, step, reserved, sold, players, list_hash"
                    + " FROM raffle WHERE ";
    private static final String RESERVATIONS =
            "SELECT player_id, operation_id, command, reserved_until, state, first_ticket"
                    + " FROM raffle_reservation WHERE ";
    private static final String TICKETS =
            "SELECT first_ticket, quantity, player_id FROM raffle_reservation"
                    + " WHERE raffle_id = ? AND first_ticket > ?";

    // Spelled out: MySQL does not use an index for a comparison of rows.
    private static final String HELD =
            RESERVATIONS
                    + "state = 0 AND reserved_until >= ? AND reserved_until <= ?"
                    + " AND (reserved_until > ? OR player_id > ?"
                    + " OR (player_id = ? AND operation_id > ?))"
                    + " ORDER BY reserved_until, player_id, operation_id LIMIT ?";
    private static final String UNFINISHED =
            RAFFLES
                    + "step < 4 AND closes_at >= ? AND closes_at <= ?"
                    + " AND (closes_at > ? OR raffle_id > ?)"
                    + " ORDER BY closes_at, raffle_id LIMIT ?";
    private static final String CANCELLED =
            RAFFLES
                    + "step = 5 AND closes_at >= ? AND (closes_at > ? OR raffle_id > ?)"
                    + " ORDER BY closes_at, raffle_id LIMIT ?";
    private static final String REFUNDABLE =
            RESERVATIONS
                    + "raffle_id = ? AND first_ticket > ? AND state = 1"
                    + " ORDER BY first_ticket LIMIT ?";
    private static final String LIST =
            RAFFLES
                    + "closes_at <= ? AND (closes_at < ? OR raffle_id < ?)"
                    + " ORDER BY closes_at DESC, raffle_id DESC LIMIT ?";

    /** After every name. */
    private static final String LAST_NAME = "~";

    private final Sql sql;
    private final GameCodec codec;

    RaffleRows(Sql sql, GameCodec codec) {
        this.sql = sql;
        this.codec = codec;
    }

    void insert(Raffle raffle) throws SQLException {
        sql.update(
                "INSERT INTO raffle (raffle_id, definition, closes_at, seed, holder_key, step,"
                        + " reserved, sold, players) VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0)",
                raffle.id().value(),
                codec.write(raffle.definition()),
                closesAt(raffle),
                raffle.secrets().seed(),
                raffle.secrets().holderKey());
    }

    @Nullable Raffle find(RaffleId id) throws SQLException {
        return only(sql.query(this::raffle, RAFFLES + "raffle_id = ?", id.value()));
    }

    /** Returns the raffle, which nobody else may change until the transaction ends. */
    @Nullable Raffle lock(RaffleId id) throws SQLException {
        return only(sql.query(this::raffle, sql.locking(RAFFLES + "raffle_id = ?"), id.value()));
    }

    List<Raffle> list(@Nullable Raffle after, int limit) throws SQLException {
        long from = after == null ? Long.MAX_VALUE : closesAt(after);
        String name = after == null ? LAST_NAME : after.id().value();
        return sql.query(this::raffle, LIST, from, from, name, limit);
    }

    List<Raffle> unfinished(long until, @Nullable Raffle after, int limit) throws SQLException {
        long from = after == null ? Long.MIN_VALUE : closesAt(after);
        String name = after == null ? "" : after.id().value();
        return sql.query(this::raffle, UNFINISHED, from, until, from, name, limit);
    }

    List<Raffle> cancelled(@Nullable Raffle after, int limit) throws SQLException {
        long from = after == null ? Long.MIN_VALUE : closesAt(after);
        String name = after == null ? "" : after.id().value();
        return sql.query(this::raffle, CANCELLED, from, from, name, limit);
    }

    /** Keeps how many tickets are gone. */
    void count(Raffle raffle) throws SQLException {
        sql.update(
                "UPDATE raffle SET reserved = ?, sold = ?, players = ? WHERE raffle_id = ?",
                raffle.reserved(),
                raffle.sold(),
                raffle.players(),
                raffle.id().value());
    }

    void advance(RaffleId id, RaffleStep to) throws SQLException {
        sql.update(
                "UPDATE raffle SET step = ? WHERE raffle_id = ?",
                StepNumbers.number(to),
                id.value());
    }

    void freeze(RaffleId id, String listHash) throws SQLException {
        sql.update("UPDATE raffle SET list_hash = ? WHERE raffle_id = ?", listHash, id.value());
        advance(id, RaffleStep.FROZEN);
    }

    @Nullable TicketReservation reservation(PlayerId player, OperationId id) throws SQLException {
        return only(
                sql.query(
                        this::reservation,
                        RESERVATIONS + "player_id = ? AND operation_id = ?",
                        player.value(),
                        id.value()));
    }

    void insert(TicketReservation reservation) throws SQLException {
        sql.update(
                "INSERT INTO raffle_reservation (player_id, operation_id, raffle_id, quantity,"
                        + " command, reserved_until, state) VALUES (?, ?, ?, ?, ?, ?, 0)",
                reservation.player().value(),
                reservation.operationId().value(),
                reservation.raffle().value(),
                reservation.quantity(),
                codec.write(reservation.command()),
                reservation.untilMillis());
    }

    void settle(TicketReservation after) throws SQLException {
        sql.update(
                "UPDATE raffle_reservation SET state = ?, first_ticket = ?"
                        + " WHERE player_id = ? AND operation_id = ?",
                StepNumbers.number(after.step()),
                after.first() == 0 ? null : after.first(),
                after.player().value(),
                after.operationId().value());
    }

    List<TicketReservation> held(long until, @Nullable TicketReservation after, int limit)
            throws SQLException {
        long from = after == null ? Long.MIN_VALUE : after.untilMillis();
        long player = after == null ? 0 : after.player().value();
        String operation = after == null ? "" : after.operationId().value();
        return sql.query(
                this::reservation, HELD, from, until, from, player, player, operation, limit);
    }

    List<TicketReservation> refundable(RaffleId raffle, int after, int limit) throws SQLException {
        return sql.query(this::reservation, REFUNDABLE, raffle.value(), after, limit);
    }

    /** Returns how many tickets a player has in one of the steps. */
    int tickets(RaffleId raffle, PlayerId player, ReservationStep step) throws SQLException {
        Integer tickets =
                only(
                        sql.query(
                                row -> row.getInt(1),
                                "SELECT coalesce(sum(quantity), 0) FROM raffle_reservation"
                                        + " WHERE raffle_id = ? AND player_id = ? AND state = ?",
                                raffle.value(),
                                player.value(),
                                StepNumbers.number(step)));
        return tickets == null ? 0 : tickets;
    }

    List<SoldTickets> tickets(RaffleId raffle, int after, int limit) throws SQLException {
        return sql.query(
                RaffleRows::sold,
                TICKETS + " ORDER BY first_ticket LIMIT ?",
                raffle.value(),
                after,
                limit);
    }

    List<SoldTickets> ticketsOf(RaffleId raffle, PlayerId player, int after, int limit)
            throws SQLException {
        return sql.query(
                RaffleRows::sold,
                TICKETS + " AND player_id = ? ORDER BY first_ticket LIMIT ?",
                raffle.value(),
                after,
                player.value(),
                limit);
    }

    void insert(RaffleId raffle, RaffleWinner winner) throws SQLException {
        sql.update(
                "INSERT INTO raffle_winner (raffle_id, place, ticket, player_id, paid)"
                        + " VALUES (?, ?, ?, ?, 0)",
                raffle.value(),
                winner.place(),
                winner.ticket(),
                winner.player().value());
    }

    List<RaffleWinner> winners(RaffleId raffle) throws SQLException {
        return sql.query(
                row ->
                        new RaffleWinner(
                                row.getInt(1),
                                row.getInt(2),
                                new PlayerId(row.getLong(3)),
                                row.getInt(4) != 0),
                "SELECT place, ticket, player_id, paid FROM raffle_winner WHERE raffle_id = ?"
                        + " ORDER BY place",
                raffle.value());
    }

    void markPaid(RaffleId raffle, int place) throws SQLException {
        sql.update(
                "UPDATE raffle_winner SET paid = 1 WHERE raffle_id = ? AND place = ?",
                raffle.value(),
                place);
    }

    private static long closesAt(Raffle raffle) {
        return raffle.definition().terms().closesAtMillis();
    }

    private static <T> @Nullable T only(List<T> found) {
        return found.isEmpty() ? null : found.getFirst();
    }

    private Raffle raffle(ResultSet row) throws SQLException {
        return new Raffle(
                codec.readRaffle(row.getString(1)),
                new RaffleSecrets(row.getString(2), row.getString(3)),
                StepNumbers.raffleStep(row.getInt(4)),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getString(8));
    }

    private TicketReservation reservation(ResultSet row) throws SQLException {
        if (!(codec.readCommand(row.getString(3)) instanceof BuyTickets command)) {
            throw new StorageCorruptException("tickets are reserved for another command");
        }
        return new TicketReservation(
                new PlayerId(row.getLong(1)),
                new OperationId(row.getString(2)),
                command,
                row.getLong(4),
                StepNumbers.reservationStep(row.getInt(5)),
                row.getInt(6));
    }

    private static SoldTickets sold(ResultSet row) throws SQLException {
        return new SoldTickets(row.getInt(1), row.getInt(2), new PlayerId(row.getLong(3)));
    }
}
