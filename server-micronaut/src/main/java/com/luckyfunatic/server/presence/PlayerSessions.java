package com.luckyfunatic.server.presence;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.PlaySession;
import com.luckyfunatic.engine.presence.PresenceRules;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.server.api.CursorCodec;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads players' sessions, flushed or not. Thread-safe; calls block on the storage. */
@Singleton
public final class PlayerSessions {
    private final GameEngine engine;
    private final Presence presence;
    private final CursorCodec cursors;

    PlayerSessions(GameEngine engine, Presence presence, CursorCodec cursors) {
        this.engine = engine;
        this.presence = presence;
        this.cursors = cursors;
    }

    /**
     * Returns sessions that started from one moment on and before another, latest first; the one
     * that goes on as it is now.
     *
     * @throws com.luckyfunatic.server.error.ProblemException when {@code cursor} is of another list
     */
    public SessionsPage page(
            PlayerId player, long fromMillis, long toMillis, @Nullable String cursor, int limit) {
        presence.send();
        long before =
                cursor == null
                        ? toMillis
                        : Math.min(toMillis, Long.parseLong(cursors.decode(list(player), cursor)));
        GameStorage storage = engine.storage();
        Optional<PlaySession> latest =
                storage.activeSessions()
                        .latest(player)
                        .filter(session ->
                                session.startedAtMillis() >= fromMillis
                                        && session.startedAtMillis() < before);
        Page<PlaySession> flushed =
                storage.sessionHistory().sessions(player, fromMillis, before, limit);
        Page<PlaySession> page =
                latest.map(session -> with(session, flushed, limit)).orElse(flushed);
        long now = engine.clock().millis();
        return new SessionsPage(
                page.items().stream().map(session -> SessionView.of(session, now)).toList(),
                page.hasMore()
                        ? cursors.encode(
                                list(player),
                                Long.toString(page.items().getLast().startedAtMillis()))
                        : null,
                engine.clock().instant());
    }

    /** Returns {@code page} with what is known of {@code latest} by now, if it belongs there. */
    private static Page<PlaySession> with(PlaySession latest, Page<PlaySession> page, int limit) {
        List<PlaySession> sessions = new ArrayList<>(page.items());
        PlaySession known = latest;
        for (PlaySession each : page.items()) {
            if (each.isSame(latest)) {
                known = PresenceRules.later(latest, each);
                sessions.remove(each);
            }
        }
        sessions.add(known);
        sessions.sort(Comparator.comparingLong(PlaySession::startedAtMillis).reversed());
        boolean tooMany = sessions.size() > limit;
        return new Page<>(
                tooMany ? sessions.subList(0, limit) : sessions, page.hasMore() || tooMany);
    }

    private static String list(PlayerId player) {
        return "sessions:" + player;
    }
}
