package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.PlaySession;
import com.luckyfunatic.engine.presence.PresenceRules;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.SessionHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sessions by player and start. Thread-safe. */
final class MemorySessionHistory implements SessionHistory {
    private final Map<PlayerId, TreeMap<Long, PlaySession>> players = new HashMap<>();
    private final OpenState open;

    MemorySessionHistory(OpenState open) {
        this.open = open;
    }

    @Override
    public synchronized void save(List<PlaySession> sessions) {
        open.require();
        for (PlaySession session : sessions) {
            players.computeIfAbsent(session.player(), _ -> new TreeMap<>())
                    .merge(session.startedAtMillis(), session, PresenceRules::later);
        }
    }

    @Override
    public synchronized Page<PlaySession> sessions(
            PlayerId player, long fromMillis, long beforeMillis, int limit) {
        open.require();
        Page.requireLimit(limit);
        TreeMap<Long, PlaySession> all = players.getOrDefault(player, new TreeMap<>());
        return Page.ofOneMore(
                all.headMap(beforeMillis, false).descendingMap().values().stream()
                        .takeWhile(session -> session.startedAtMillis() >= fromMillis)
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }
}
