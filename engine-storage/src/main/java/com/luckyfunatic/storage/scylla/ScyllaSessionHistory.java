package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.ClientInfo;
import com.luckyfunatic.engine.presence.PlaySession;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.SessionHistory;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The table {@code play_session}. Thread-safe. */
final class ScyllaSessionHistory implements SessionHistory {
    /** How many writes are on their way at once. */
    private static final int AT_ONCE = 64;

    private final Requests requests;
    private final Duration timeout;
    private final PreparedStatement insert;
    private final PreparedStatement select;

    ScyllaSessionHistory(CqlSession session, Requests requests, ScyllaSettings settings) {
        this.requests = requests;
        timeout = settings.requestTimeout();
        insert =
                session.prepare(
                        ("INSERT INTO play_session (player_id, started_at, last_seen_at, requests,"
                                        + " taps, platform, version) VALUES (?, ?, ?, ?, ?, ?, ?)"
                                        + " USING TTL %d AND TIMESTAMP ?")
                                .formatted(settings.retention().sessions() * Days.SECONDS));
        select =
                session.prepare(
                        "SELECT * FROM play_session WHERE player_id = ? AND started_at >= ?"
                                + " AND started_at < ? LIMIT ?");
    }

    @Override
    public void save(List<PlaySession> sessions) {
        for (int from = 0; from < sessions.size(); from += AT_ONCE) {
            List<CompletionStage<AsyncResultSet>> sent = new ArrayList<>(AT_ONCE);
            for (PlaySession session :
                    sessions.subList(from, Math.min(from + AT_ONCE, sessions.size()))) {
                sent.add(requests.send(insert(session)));
            }
            sent.forEach(each -> DriverErrors.await(each, timeout));
        }
    }

    private BoundStatement insert(PlaySession session) {
        Binder statement =
                new Binder(insert)
                        .put(session.player().value())
                        .putMoment(session.startedAtMillis())
                        .putMoment(session.lastSeenAtMillis())
                        .put(session.requests())
                        .put(session.taps());
        ClientInfo client = session.client();
        return put(put(statement, client.platform()), client.version())
                .put(Days.writeTime(session.startedAtMillis()) + session.counted())
                .build();
    }

    private static Binder put(Binder statement, @Nullable String word) {
        return word == null ? statement.skip(1) : statement.put(word);
    }

    @Override
    public Page<PlaySession> sessions(
            PlayerId player, long fromMillis, long beforeMillis, int limit) {
        Page.requireLimit(limit);
        BoundStatement query =
                new Binder(select)
                        .put(player.value())
                        .putMoment(Days.clamp(fromMillis))
                        .putMoment(Days.clamp(beforeMillis))
                        .put(limit + 1)
                        .build();
        List<PlaySession> sessions = new ArrayList<>(limit + 1);
        for (Row row : DriverErrors.await(requests.rows(query), timeout)) {
            sessions.add(session(player, row));
        }
        return Page.ofOneMore(sessions, limit);
    }

    private static PlaySession session(PlayerId player, Row row) {
        try {
            return new PlaySession(
                    player,
                    moment(row, "started_at"),
                    moment(row, "last_seen_at"),
                    row.getLong("requests"),
                    row.getLong("taps"),
                    new ClientInfo(row.getString("platform"), row.getString("version")));
        } catch (IllegalArgumentException e) {
            throw new StorageCorruptException("a session of " + player + " is out of range", e);
        }
    }

    private static long moment(Row row, String column) {
        Instant moment = row.getInstant(column);
        if (moment == null) {
            throw new StorageCorruptException(column + " is missing in a row of play_session");
        }
        return moment.toEpochMilli();
    }
}
