package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The players in memory. Thread-safe. */
final class HotPlayers {
    private final ConcurrentMap<PlayerId, HotPlayer> players = new ConcurrentHashMap<>();
    private final Snapshots snapshots;
    private final int max;

    HotPlayers(Snapshots snapshots, int max) {
        this.snapshots = snapshots;
        this.max = max;
    }

    /** Returns {@code player} in memory, loading it if needed. */
    HotPlayer get(PlayerId player) {
        HotPlayer hot = players.get(player);
        return hot != null
                ? hot
                : players.computeIfAbsent(player, id -> new HotPlayer(id, snapshots.load(id)));
    }

    /** Returns the committed state of {@code player}, without loading it for keeps. */
    Optional<PlayerState> committed(PlayerId player) {
        return Optional.ofNullable(committedEntry(player).state());
    }

    /** Returns what is committed of {@code player}, without loading it for keeps. */
    HotPlayer.Committed committedEntry(PlayerId player) {
        HotPlayer hot = players.get(player);
        return hot != null ? hot.committed : snapshots.load(player);
    }

    /**
     * Lets the longest unused players go until there is room again; those of whom something waits
     * to be written stay. Called by the writer, who alone makes players dirty.
     */
    void evict() {
        if (players.size() <= max) {
            return;
        }
        record Use(HotPlayer player, long millis) {}
        List<HotPlayer> longestUnused =
                players.values().stream()
                        .map(player -> new Use(player, player.usedAtMillis))
                        .sorted(Comparator.comparingLong(Use::millis))
                        .limit(players.size() - max * 9L / 10)
                        .map(Use::player)
                        .toList();
        longestUnused.forEach(this::evictIfIdle);
    }

    private void evictIfIdle(HotPlayer player) {
        if (player.dirty || !player.lock.tryLock()) {
            return;
        }
        try {
            if (player.lastWrite.isDone()) {
                player.evicted = true;
                players.remove(player.id, player);
            }
        } finally {
            player.lock.unlock();
        }
    }
}
