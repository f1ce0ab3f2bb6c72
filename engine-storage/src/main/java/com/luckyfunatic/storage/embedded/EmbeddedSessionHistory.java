package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.ClientInfo;
import com.luckyfunatic.engine.presence.PlaySession;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.SessionHistory;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The table {@code play_session}. What is saved is as durable as a soft change. With each session
 * those of the player go that started {@value #DAYS_KEPT} days before its end.
 */
final class EmbeddedSessionHistory implements SessionHistory {
    private static final int DAYS_KEPT = 90;
    private static final long KEPT_MILLIS = Duration.ofDays(DAYS_KEPT).toMillis();

    private static final String SAVE =
            """
            INSERT INTO play_session (player_id, started_at, last_seen_at, requests, taps, platform,
                version) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (player_id, started_at) DO UPDATE SET last_seen_at = excluded.last_seen_at,
                requests = excluded.requests, taps = excluded.taps, platform = excluded.platform,
                version = excluded.version
            WHERE excluded.requests + excluded.taps > requests + taps
            """;
    private static final String FORGET =
            "DELETE FROM play_session WHERE player_id = ? AND started_at < ?";
    private static final String SELECT =
            """
            SELECT started_at, last_seen_at, requests, taps, platform, version FROM play_session
            WHERE player_id = ? AND started_at >= ? AND started_at < ?
            ORDER BY started_at DESC LIMIT ?
            """;

    private final Database database;
    private final GroupCommit writer;

    EmbeddedSessionHistory(Database database, GroupCommit writer) {
        this.database = database;
        this.writer = writer;
    }

    @Override
    public void save(List<PlaySession> sessions) {
        Saving saving = new Saving(List.copyOf(sessions));
        writer.submit(saving);
        saving.await();
    }

    private static final class Saving extends Write {
        private final List<PlaySession> sessions;

        Saving(List<PlaySession> sessions) {
            this.sessions = sessions;
        }

        @Override
        boolean isForced() {
            return false;
        }

        @Override
        void apply(WriterStatements statements) throws SQLException {
            PreparedStatement save = statements.prepare(SAVE);
            PreparedStatement forget = statements.prepare(FORGET);
            for (PlaySession session : sessions) {
                save.setLong(1, session.player().value());
                save.setLong(2, session.startedAtMillis());
                save.setLong(3, session.lastSeenAtMillis());
                save.setLong(4, session.requests());
                save.setLong(5, session.taps());
                save.setString(6, session.client().platform());
                save.setString(7, session.client().version());
                save.executeUpdate();
                forget.setLong(1, session.player().value());
                forget.setLong(2, session.lastSeenAtMillis() - KEPT_MILLIS);
                forget.executeUpdate();
            }
        }
    }

    @Override
    public Page<PlaySession> sessions(
            PlayerId player, long fromMillis, long beforeMillis, int limit) {
        Page.requireLimit(limit);
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(SELECT);
            select.setLong(1, player.value());
            select.setLong(2, fromMillis);
            select.setLong(3, beforeMillis);
            select.setInt(4, limit + 1);
            List<PlaySession> sessions = new ArrayList<>(limit + 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sessions.add(session(player, row));
                }
            }
            return Page.ofOneMore(sessions, limit);
        });
    }

    private static PlaySession session(PlayerId player, ResultSet row) throws SQLException {
        try {
            return new PlaySession(
                    player,
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    new ClientInfo(row.getString(5), row.getString(6)));
        } catch (IllegalArgumentException e) {
            throw new StorageCorruptException("a session of " + player + " is out of range", e);
        }
    }
}
