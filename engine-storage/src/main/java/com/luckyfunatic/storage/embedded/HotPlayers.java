package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The players in memory. Thread-safe. */
final class HotPlayers {
    private final ConcurrentMap<PlayerId, HotPlayer> players = new ConcurrentHashMap<>();
    private final Function<PlayerId, HotPlayer.Committed> snapshots;
    private final int max;

    /** How many players have left memory; raised before each leaves. */
    private final AtomicLong evictions = new AtomicLong();

    /**
     * Holds at most about {@code max} players.
     *
     * @param snapshots gives what is stored of a player; may block
     */
    HotPlayers(Function<PlayerId, HotPlayer.Committed> snapshots, int max) {
        this.snapshots = snapshots;
        this.max = max;
    }

    /**
     * Returns {@code player} in memory, loading it if needed. Nothing is locked meanwhile, so that
     * nobody waits for another player's loading; what was loaded counts only if no player has left
     * memory since, because it may be older than what that player left behind.
     */
    HotPlayer get(PlayerId player) {
        HotPlayer hot = players.get(player);
        while (hot == null) {
            long evictionsBefore = evictions.get();
            HotPlayer loaded = new HotPlayer(player, snapshots.apply(player));
            hot =
                    players.compute(
                            player,
                            (_, present) ->
                                    present == null && evictions.get() == evictionsBefore
                                            ? loaded
                                            : present);
        }
        return hot;
    }

    /** Returns the committed state of {@code player}, without loading it for keeps. */
    Optional<PlayerState> committed(PlayerId player) {
        return Optional.ofNullable(committedEntry(player).state());
    }

    /** Returns what is committed of {@code player}, without loading it for keeps. */
    HotPlayer.Committed committedEntry(PlayerId player) {
        HotPlayer hot = players.get(player);
        return hot != null ? hot.committed : snapshots.apply(player);
    }

    /** Returns the positions of committed operations of {@code player} that are not filed yet. */
    long[] unfiled(PlayerId player) {
        HotPlayer hot = players.get(player);
        // Who is not in memory has none: whoever leaves it has a snapshot, with which all are
        // filed.
        return hot == null ? new long[0] : hot.unfiled();
    }

    /** Returns how many are in memory. */
    int size() {
        return players.size();
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
                evictions.incrementAndGet();
                players.remove(player.id, player);
            }
        } finally {
            player.lock.unlock();
        }
    }
}
