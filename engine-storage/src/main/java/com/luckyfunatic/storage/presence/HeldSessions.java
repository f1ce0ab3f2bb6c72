package com.luckyfunatic.storage.presence;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.PlaySession;
import com.luckyfunatic.engine.presence.PresenceRules;
import com.luckyfunatic.engine.presence.Sighting;
import com.luckyfunatic.engine.storage.ActiveSessions;
import com.luckyfunatic.engine.storage.SessionHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Active sessions in memory, for a storage that belongs to one process. A session that was flushed
 * goes on after a restart, if its player comes back in time. Thread-safe; it waits for the history
 * when a player is seen for the first time.
 */
public final class HeldSessions implements ActiveSessions {
    private static final int FLUSHED_AT_ONCE = 500;

    private final SessionHistory history;
    private final Map<PlayerId, Held> players = new HashMap<>();
    private final Map<String, Long> batches = new HashMap<>();

    /** Holds sessions that go on from {@code history}. */
    public HeldSessions(SessionHistory history) {
        this.history = history;
    }

    /** What is held of one player. */
    private static final class Held {
        private @Nullable PlaySession latest;

        /** How much of the latest is in the history; 0 for nothing. */
        private long flushed;

        /** Sessions before the latest that may not be in the history. */
        private final List<PlaySession> earlier = new ArrayList<>();

        private Held(@Nullable PlaySession fromHistory) {
            latest = fromHistory;
            flushed = fromHistory == null ? 0 : fromHistory.counted();
        }

        private void count(Sighting sighting) {
            PlaySession before = latest;
            PlaySession after = PresenceRules.after(before, sighting);
            if (before != null && !before.isSame(after)) {
                if (before.counted() > flushed) {
                    earlier.add(before);
                }
                flushed = 0;
            }
            latest = after;
        }

        private void addUnflushed(List<PlaySession> list) {
            list.addAll(earlier);
            if (latest != null && latest.counted() > flushed) {
                list.add(latest);
            }
        }

        private void flushed(PlaySession session) {
            earlier.remove(session);
            if (latest != null && latest.isSame(session)) {
                flushed = Math.max(flushed, session.counted());
            }
        }

        private boolean isDone(long nowMillis) {
            return earlier.isEmpty()
                    && (latest == null
                            || (latest.counted() <= flushed
                                    && PresenceRules.isOver(latest, nowMillis)));
        }
    }

    @Override
    public synchronized void record(String sender, long batch, List<Sighting> sightings) {
        if (batch <= batches.getOrDefault(sender, 0L)) {
            return;
        }
        // All reading first, because it can fail: then nothing has been counted.
        for (Sighting sighting : sightings) {
            if (!players.containsKey(sighting.player())) {
                players.put(sighting.player(), new Held(lastOf(sighting.player())));
            }
        }
        for (Sighting sighting : sightings) {
            players.computeIfAbsent(sighting.player(), _ -> new Held(null)).count(sighting);
        }
        batches.put(sender, batch);
    }

    private @Nullable PlaySession lastOf(PlayerId player) {
        List<PlaySession> last = history.sessions(player, 0, Long.MAX_VALUE, 1).items();
        return last.isEmpty() ? null : last.getFirst();
    }

    @Override
    public synchronized Optional<PlaySession> latest(PlayerId player) {
        Held held = players.get(player);
        return held == null ? Optional.empty() : Optional.ofNullable(held.latest);
    }

    @Override
    public long flush(long nowMillis, Consumer<List<PlaySession>> keeper) {
        List<PlaySession> unflushed = unflushed();
        for (int from = 0; from < unflushed.size(); from += FLUSHED_AT_ONCE) {
            List<PlaySession> some =
                    unflushed.subList(from, Math.min(from + FLUSHED_AT_ONCE, unflushed.size()));
            // Nobody waits for the history: what is counted meanwhile is flushed the next time.
            keeper.accept(some);
            flushed(some);
        }
        forgetDone(nowMillis);
        return unflushed.size();
    }

    private synchronized List<PlaySession> unflushed() {
        List<PlaySession> unflushed = new ArrayList<>();
        players.values().forEach(held -> held.addUnflushed(unflushed));
        return unflushed;
    }

    private synchronized void flushed(List<PlaySession> sessions) {
        for (PlaySession session : sessions) {
            Held held = players.get(session.player());
            if (held != null) {
                held.flushed(session);
            }
        }
    }

    private synchronized void forgetDone(long nowMillis) {
        players.values().removeIf(held -> held.isDone(nowMillis));
    }
}
