package com.luckyfunatic.storage.tournament;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.EntryStep;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.storage.codec.StepNumbers;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables {@code tournament_entry} and {@code tournament_disqualification}. */
final class EntryRows {
    private static final String OWN =
            "e.tournament_id, e.player_id, e.operation_id, e.number, e.currency, e.fee,"
                    + " e.at_millis, e.held_until, e.step";
    private static final String SELECT =
            "SELECT "
                    + OWN
                    + ", d.reason, d.actor, d.at_millis FROM tournament_entry e"
                    + " LEFT JOIN tournament_disqualification d"
                    + " ON d.tournament_id = e.tournament_id AND d.player_id = e.player_id";
    private static final String FIND = SELECT + " WHERE e.player_id = ? AND e.operation_id = ?";
    private static final String OF_PLAYER =
            SELECT
                    + " WHERE e.player_id = ? AND e.tournament_id = ? AND e.step <> 2"
                    + " ORDER BY e.number";
    private static final String PAID =
            SELECT
                    + " WHERE e.tournament_id = ? AND e.number > ? AND e.step IN (1, 3)"
                    + " ORDER BY e.number LIMIT ?";

    // Spelled out: MySQL does not use an index for a comparison of rows.
    private static final String HISTORY =
            SELECT
                    + " WHERE e.player_id = ? AND e.step IN (1, 3) AND e.at_millis <= ?"
                    + " AND (e.at_millis < ? OR e.tournament_id < ?"
                    + " OR (e.tournament_id = ? AND e.number < ?))"
                    + " ORDER BY e.at_millis DESC, e.tournament_id DESC, e.number DESC LIMIT ?";
    private static final String HELD =
            SELECT
                    + " WHERE e.step = 0 AND e.held_until >= ? AND e.held_until <= ?"
                    + " AND (e.held_until > ? OR e.player_id > ?"
                    + " OR (e.player_id = ? AND e.operation_id > ?))"
                    + " ORDER BY e.held_until, e.player_id, e.operation_id LIMIT ?";
    private static final String REFUNDABLE =
            SELECT
                    + " JOIN tournament t ON t.tournament_id = e.tournament_id"
                    + " WHERE t.stage = 5 AND t.entered > t.refunded AND e.step = 1"
                    + " AND (e.tournament_id > ? OR (e.tournament_id = ? AND e.number > ?))"
                    + " ORDER BY e.tournament_id, e.number LIMIT ?";
    private static final String INSERT =
            "INSERT INTO tournament_entry (tournament_id, player_id, operation_id, number,"
                    + " currency, fee, at_millis, held_until, step)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SETTLE =
            "UPDATE tournament_entry SET step = ? WHERE player_id = ? AND operation_id = ?";
    private static final String OUT =
            "SELECT reason, actor, at_millis FROM tournament_disqualification"
                    + " WHERE tournament_id = ? AND player_id = ?";
    private static final String PUT_OUT =
            "INSERT INTO tournament_disqualification"
                    + " (tournament_id, player_id, reason, actor, at_millis)"
                    + " VALUES (?, ?, ?, ?, ?)";

    private final Connected connected;

    EntryRows(Connected connected) {
        this.connected = connected;
    }

    @Nullable TournamentEntry find(PlayerId player, OperationId operationId) throws SQLException {
        List<TournamentEntry> found =
                select(
                        FIND,
                        select -> {
                            select.setLong(1, player.value());
                            connected.set(select, 2, operationId);
                        });
        return found.isEmpty() ? null : found.getFirst();
    }

    List<TournamentEntry> ofPlayer(TournamentId tournament, PlayerId player) throws SQLException {
        return select(
                OF_PLAYER,
                select -> {
                    select.setLong(1, player.value());
                    select.setString(2, tournament.value());
                });
    }

    List<TournamentEntry> paid(TournamentId tournament, long afterNumber, int limit)
            throws SQLException {
        return select(
                PAID,
                select -> {
                    select.setString(1, tournament.value());
                    select.setLong(2, afterNumber);
                    select.setInt(3, limit);
                });
    }

    List<TournamentEntry> history(PlayerId player, @Nullable TournamentEntry after, int limit)
            throws SQLException {
        return select(
                HISTORY,
                select -> {
                    long at = after == null ? Long.MAX_VALUE : after.atMillis();
                    String tournament = after == null ? "" : after.tournament().value();
                    select.setLong(1, player.value());
                    select.setLong(2, at);
                    select.setLong(3, at);
                    select.setString(4, tournament);
                    select.setString(5, tournament);
                    select.setLong(6, after == null ? 0 : after.number());
                    select.setInt(7, limit);
                });
    }

    List<TournamentEntry> held(long untilMillis, @Nullable TournamentEntry after, int limit)
            throws SQLException {
        return select(
                HELD,
                select -> {
                    long end = after == null ? Long.MIN_VALUE : after.untilMillis();
                    long player = after == null ? 0 : after.player().value();
                    select.setLong(1, end);
                    select.setLong(2, untilMillis);
                    select.setLong(3, end);
                    select.setLong(4, player);
                    select.setLong(5, player);
                    connected.set(select, 6, after == null ? null : after.operationId());
                    select.setInt(7, limit);
                });
    }

    List<TournamentEntry> refundable(@Nullable TournamentEntry after, int limit)
            throws SQLException {
        return select(
                REFUNDABLE,
                select -> {
                    String tournament = after == null ? "" : after.tournament().value();
                    select.setString(1, tournament);
                    select.setString(2, tournament);
                    select.setLong(3, after == null ? 0 : after.number());
                    select.setInt(4, limit);
                });
    }

    void insert(TournamentEntry entry) throws SQLException {
        connected.with(
                INSERT,
                insert -> {
                    insert.setString(1, entry.tournament().value());
                    insert.setLong(2, entry.player().value());
                    connected.set(insert, 3, entry.operationId());
                    insert.setLong(4, entry.number());
                    insert.setString(5, entry.currency().name());
                    insert.setLong(6, entry.fee());
                    insert.setLong(7, entry.atMillis());
                    insert.setLong(8, entry.untilMillis());
                    insert.setInt(9, StepNumbers.number(entry.step()));
                    return insert.executeUpdate();
                });
    }

    /** Puts an entry of a tournament that is locked into {@code step}. */
    void settle(TournamentEntry entry, EntryStep step) throws SQLException {
        connected.with(
                SETTLE,
                update -> {
                    update.setInt(1, StepNumbers.number(step));
                    update.setLong(2, entry.player().value());
                    connected.set(update, 3, entry.operationId());
                    return update.executeUpdate();
                });
    }

    @Nullable Disqualification disqualification(TournamentId tournament, PlayerId player)
            throws SQLException {
        return connected.<@Nullable Disqualification>with(
                OUT,
                select -> {
                    select.setString(1, tournament.value());
                    select.setLong(2, player.value());
                    try (ResultSet row = select.executeQuery()) {
                        return row.next() ? disqualification(row, 1) : null;
                    }
                });
    }

    void disqualify(TournamentId tournament, PlayerId player, Disqualification why)
            throws SQLException {
        connected.with(
                PUT_OUT,
                insert -> {
                    insert.setString(1, tournament.value());
                    insert.setLong(2, player.value());
                    insert.setString(3, why.reason());
                    insert.setString(4, why.actor());
                    insert.setLong(5, why.atMillis());
                    return insert.executeUpdate();
                });
    }

    /** Sets the parameters of a query. */
    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement select) throws SQLException;
    }

    private List<TournamentEntry> select(String sql, Parameters parameters) throws SQLException {
        return connected.with(
                sql,
                select -> {
                    parameters.set(select);
                    List<TournamentEntry> found = new ArrayList<>();
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            found.add(entry(row));
                        }
                    }
                    return found;
                });
    }

    private TournamentEntry entry(ResultSet row) throws SQLException {
        return new TournamentEntry(
                new TournamentId(row.getString(1)),
                new PlayerId(row.getLong(2)),
                connected.operationId(row, 3),
                row.getLong(4),
                Currency.valueOf(row.getString(5)),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                StepNumbers.entryStep(row.getInt(9)),
                disqualification(row, 10));
    }

    private static @Nullable Disqualification disqualification(ResultSet row, int from)
            throws SQLException {
        String reason = row.getString(from);
        return reason == null
                ? null
                : new Disqualification(reason, row.getString(from + 1), row.getLong(from + 2));
    }
}
