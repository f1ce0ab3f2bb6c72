package com.luckyfunatic.storage.tournament;

import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentPlace;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.codec.StepNumbers;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code tournament}. */
final class TournamentRows {
    private static final String COLUMNS =
            "definition, stage, version, last_number, held, entered, refunded, collected";
    private static final String FIND =
            "SELECT " + COLUMNS + " FROM tournament WHERE tournament_id = ?";
    private static final String INSERT =
            "INSERT INTO tournament (closes_at, minigame_id, "
                    + COLUMNS
                    + ", tournament_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "UPDATE tournament SET closes_at = ?, minigame_id = ?, definition = ?, stage = ?,"
                    + " version = ?, last_number = ?, held = ?, entered = ?, refunded = ?,"
                    + " collected = ? WHERE tournament_id = ?";
    private static final String COUNT =
            "UPDATE tournament SET last_number = ?, held = ?, entered = ?, refunded = ?,"
                    + " collected = ? WHERE tournament_id = ?";

    // Spelled out: MySQL does not use an index for a comparison of rows.
    private static final String PAGE =
            "SELECT "
                    + COLUMNS
                    + " FROM tournament WHERE stage <> 0 AND closes_at <= ?"
                    + " AND (closes_at < ? OR tournament_id < ?)";
    private static final String LATEST_FIRST =
            " ORDER BY closes_at DESC, tournament_id DESC LIMIT ?";
    private static final String IN_STAGE =
            "SELECT "
                    + COLUMNS
                    + " FROM tournament WHERE stage = ? AND closes_at <= ? AND closes_at >= ?"
                    + " AND (closes_at > ? OR tournament_id > ?)"
                    + " ORDER BY closes_at, tournament_id LIMIT ?";

    private final GameCodec codec;
    private final Connected connected;

    TournamentRows(GameCodec codec, Connected connected) {
        this.codec = codec;
        this.connected = connected;
    }

    @Nullable Tournament find(TournamentId id) throws SQLException {
        return find(id, FIND);
    }

    /** Returns it, and nobody else may change it or its entries until the transaction ends. */
    @Nullable Tournament lock(TournamentId id) throws SQLException {
        return find(id, FIND + connected.lockingClause());
    }

    private @Nullable Tournament find(TournamentId id, String sql) throws SQLException {
        return connected.<@Nullable Tournament>with(
                sql,
                select -> {
                    select.setString(1, id.value());
                    try (ResultSet row = select.executeQuery()) {
                        return row.next() ? tournament(row) : null;
                    }
                });
    }

    void insert(Tournament tournament) throws SQLException {
        connected.with(INSERT, insert -> write(insert, tournament));
    }

    /** Stores all of a tournament that is locked. */
    void update(Tournament tournament) throws SQLException {
        connected.with(UPDATE, update -> write(update, tournament));
    }

    private int write(PreparedStatement statement, Tournament tournament) throws SQLException {
        statement.setLong(1, tournament.definition().closesAtMillis());
        statement.setString(2, tournament.definition().minigame().value());
        statement.setString(3, codec.write(tournament.definition()));
        statement.setInt(4, StepNumbers.number(tournament.stage()));
        statement.setLong(5, tournament.version());
        counts(statement, 6, tournament);
        return statement.executeUpdate();
    }

    /** Stores the counts of a tournament that is locked. */
    void count(Tournament tournament) throws SQLException {
        connected.with(
                COUNT,
                update -> {
                    counts(update, 1, tournament);
                    return update.executeUpdate();
                });
    }

    private static void counts(PreparedStatement statement, int from, Tournament tournament)
            throws SQLException {
        statement.setLong(from, tournament.lastNumber());
        statement.setLong(from + 1, tournament.held());
        statement.setLong(from + 2, tournament.entered());
        statement.setLong(from + 3, tournament.refunded());
        statement.setLong(from + 4, tournament.collected());
        statement.setString(from + 5, tournament.id().value());
    }

    List<Tournament> page(
            @Nullable MinigameId minigame,
            @Nullable TournamentStage stage,
            @Nullable TournamentPlace after,
            int limit)
            throws SQLException {
        String sql =
                PAGE
                        + (minigame == null ? "" : " AND minigame_id = ?")
                        + (stage == null ? "" : " AND stage = ?")
                        + LATEST_FIRST;
        return connected.with(
                sql,
                select -> {
                    long closes = after == null ? Long.MAX_VALUE : after.closesAtMillis();
                    select.setLong(1, closes);
                    select.setLong(2, closes);
                    select.setString(3, after == null ? "" : after.id().value());
                    int next = 4;
                    if (minigame != null) {
                        select.setString(next++, minigame.value());
                    }
                    if (stage != null) {
                        select.setInt(next++, StepNumbers.number(stage));
                    }
                    select.setInt(next, limit);
                    return tournaments(select);
                });
    }

    List<Tournament> inStage(
            TournamentStage stage,
            long closedUntilMillis,
            @Nullable TournamentPlace after,
            int limit)
            throws SQLException {
        return connected.with(
                IN_STAGE,
                select -> {
                    long closes = after == null ? Long.MIN_VALUE : after.closesAtMillis();
                    select.setInt(1, StepNumbers.number(stage));
                    select.setLong(2, closedUntilMillis);
                    select.setLong(3, closes);
                    select.setLong(4, closes);
                    select.setString(5, after == null ? "" : after.id().value());
                    select.setInt(6, limit);
                    return tournaments(select);
                });
    }

    private List<Tournament> tournaments(PreparedStatement select) throws SQLException {
        List<Tournament> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(tournament(row));
            }
        }
        return found;
    }

    private Tournament tournament(ResultSet row) throws SQLException {
        return new Tournament(
                codec.readTournament(row.getString(1)),
                StepNumbers.tournamentStage(row.getInt(2)),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }
}
