package com.luckyfunatic.server.presence;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.PresenceRules;
import com.luckyfunatic.engine.presence.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/**
 * What a server has seen of its players since it last told the storage. Adding to it waits for
 * nobody but those who count the same player. Thread-safe.
 */
final class Tally {
    private final ConcurrentMap<PlayerId, Sighting> current = new ConcurrentHashMap<>();

    /** Sightings after which their player was idle. */
    private final Queue<Sighting> ended = new ConcurrentLinkedQueue<>();

    /** Counts {@code sighting}. */
    void add(Sighting sighting) {
        current.merge(sighting.player(), sighting, this::together);
    }

    /** Called once for each pair, under the lock of their player. */
    private Sighting together(Sighting before, Sighting later) {
        if (later.firstAtMillis() - before.lastAtMillis() < PresenceRules.IDLE_MILLIS) {
            return before.and(later);
        }
        ended.add(before);
        return later;
    }

    /**
     * Returns everything that was counted and not taken yet, each player's in their order; the
     * tally begins anew. What is counted meanwhile is in this answer or in the next. For one thread
     * at a time.
     */
    List<Sighting> take() {
        List<Sighting> latest = new ArrayList<>();
        for (PlayerId player : List.copyOf(current.keySet())) {
            Sighting sighting = current.remove(player);
            if (sighting != null) {
                latest.add(sighting);
            }
        }
        // Each of these is earlier than what its player has among the latest, if anything.
        List<Sighting> taken = new ArrayList<>();
        for (Sighting each = ended.poll(); each != null; each = ended.poll()) {
            taken.add(each);
        }
        taken.addAll(latest);
        return taken;
    }
}
