package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.leaderboard.RunsText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables {@code board} and {@code board_entry}, through one connection. */
final class BoardRows {
    private static final String BOARD =
            "SELECT method, direction, closes_at, frozen FROM board WHERE board_id = ?";
    private static final String ENTRIES =
            "SELECT player_id, total, count, reached_at, forgotten, runs, removed FROM board_entry"
                    + " WHERE board_id = ?";
    private static final String ENTRY = ENTRIES + " AND player_id = ?";
    private static final String SAVE_BOARD =
            "INSERT OR REPLACE INTO board (board_id, method, direction, closes_at, frozen)"
                    + " VALUES (?, ?, ?, ?, ?)";
    private static final String SAVE_ENTRY =
            "INSERT OR REPLACE INTO board_entry (board_id, player_id, total, count, reached_at,"
                    + " forgotten, runs, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final List<String> DELETE =
            List.of(
                    "DELETE FROM board_entry WHERE board_id = ?",
                    "DELETE FROM board WHERE board_id = ?");

    private final Statements statements;

    BoardRows(Statements statements) {
        this.statements = statements;
    }

    /** Prepares statements of a connection. */
    @FunctionalInterface
    interface Statements {
        PreparedStatement prepare(String sql) throws SQLException;
    }

    @Nullable Board board(BoardId board) throws SQLException {
        PreparedStatement select = statements.prepare(BOARD);
        select.setString(1, board.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? board(board, row) : null;
        }
    }

    private static Board board(BoardId board, ResultSet row) throws SQLException {
        try {
            Scoring scoring =
                    new Scoring(
                            ScoringMethod.valueOf(row.getString(1)),
                            ScoringDirection.valueOf(row.getString(2)));
            return new Board(new BoardSettings(scoring, row.getLong(3)), row.getBoolean(4));
        } catch (IllegalArgumentException e) {
            throw new StorageCorruptException("the board " + board + " cannot be understood", e);
        }
    }

    void save(BoardId id, Board board) throws SQLException {
        PreparedStatement save = statements.prepare(SAVE_BOARD);
        Scoring scoring = board.settings().scoring();
        save.setString(1, id.value());
        save.setString(2, scoring.method().name());
        save.setString(3, scoring.direction().name());
        save.setLong(4, board.settings().closesAtMillis());
        save.setBoolean(5, board.frozen());
        save.executeUpdate();
    }

    @Nullable BoardEntry entry(BoardId board, PlayerId player) throws SQLException {
        PreparedStatement select = statements.prepare(ENTRY);
        select.setString(1, board.value());
        select.setLong(2, player.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? entry(board, row) : null;
        }
    }

    List<BoardEntry> entries(BoardId board) throws SQLException {
        PreparedStatement select = statements.prepare(ENTRIES);
        select.setString(1, board.value());
        List<BoardEntry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(entry(board, row));
            }
        }
        return entries;
    }

    private static BoardEntry entry(BoardId board, ResultSet row) throws SQLException {
        try {
            return new BoardEntry(
                    new PlayerId(row.getLong(1)),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    RunsText.read(row.getLong(5), row.getString(6)),
                    row.getBoolean(7));
        } catch (IllegalArgumentException e) {
            throw new StorageCorruptException("an entry of " + board + " is out of range", e);
        }
    }

    void save(BoardId board, BoardEntry entry) throws SQLException {
        PreparedStatement save = statements.prepare(SAVE_ENTRY);
        save.setString(1, board.value());
        save.setLong(2, entry.player().value());
        save.setLong(3, entry.total());
        save.setLong(4, entry.count());
        save.setLong(5, entry.reachedAtMillis());
        save.setLong(6, entry.runs().forgotten());
        save.setString(7, RunsText.write(entry.runs()));
        save.setBoolean(8, entry.removed());
        save.executeUpdate();
    }

    void delete(BoardId board) throws SQLException {
        for (String sql : DELETE) {
            PreparedStatement delete = statements.prepare(sql);
            delete.setString(1, board.value());
            delete.executeUpdate();
        }
    }
}
