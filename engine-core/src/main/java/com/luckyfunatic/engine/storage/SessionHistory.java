package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.PlaySession;
import java.util.List;

/** Stretches of play as they were when they were last flushed. Thread-safe; methods may block. */
public interface SessionHistory {
    /**
     * Keeps sessions. Of one that is kept already, the state stays that has counted more: saving
     * again, or an older state later, changes nothing.
     */
    void save(List<PlaySession> sessions);

    /**
     * Returns sessions of {@code player} that started from one moment on and before another, latest
     * first. The next page goes on before the start of the last session of this one.
     *
     * @param fromMillis epoch milliseconds; 0 for all
     * @param beforeMillis epoch milliseconds; {@link Long#MAX_VALUE} for all
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<PlaySession> sessions(PlayerId player, long fromMillis, long beforeMillis, int limit);
}
