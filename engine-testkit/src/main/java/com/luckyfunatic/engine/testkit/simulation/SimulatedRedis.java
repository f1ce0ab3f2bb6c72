package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hot store: each method is one script, which nothing comes in between. What it acknowledges it
 * may lose, always the latest first; it begins another generation then. Not thread-safe.
 */
class SimulatedRedis {
    /** Older writes are never lost, but all at once. */
    private static final long LOSABLE_MILLIS = 5_000;

    final Map<PlayerId, Hot> players = new LinkedHashMap<>();
    final Map<OperationKey, KeptAnswer> answers = new HashMap<>();
    final TreeMap<Long, JournalEntry> journal = new TreeMap<>();
    final Map<PlayerId, Long> dirty = new LinkedHashMap<>();
    private final VirtualTime time;
    private final Deque<Write> writes = new ArrayDeque<>();
    private final Map<OperationKey, Long> lastChanges = new HashMap<>();
    private final Set<Long> lost = new HashSet<>();
    private long generation = 1;
    private long names;

    /** A player as he is here. */
    record Hot(Version version, PlayerState state, long changedAtMillis) {}

    private record Write(long atMillis, Runnable undo, long change) {}

    /** What reading a player gave. */
    sealed interface Read {
        /** The kept answer to the operation that was asked for. */
        record Known(KeptAnswer answer) implements Read {}

        /** The player. */
        record Found(Version version, PlayerState state) implements Read {}

        /** He is not here, or may have lost something: he must be loaded first. */
        record NotLoaded() implements Read {}

        /** Something was lost since, and {@code present} is the generation now. */
        record AnotherGeneration(long present) implements Read {}
    }

    /** What came of a script that is guarded by what its caller has read. */
    enum Done {
        DONE,
        CHANGED
    }

    /** How putting a loaded player here ended. */
    enum Hydrated {
        /** He is here as he was loaded, or is not here because there was nothing to load. */
        REPLACED,
        /** He was here at least as far. */
        KEPT,
        /** Something was lost meanwhile, and nothing was done. */
        GENERATION_CHANGED
    }

    /**
     * A change on its way.
     *
     * @param read the version it was decided on; null for a player who was not there
     */
    record Commit(
            PlayerId player,
            @Nullable OperationId operation,
            long generation,
            long epoch,
            @Nullable Version read,
            @Nullable PlayerState after,
            @Nullable StateChange change,
            @Nullable KeptAnswer answer) {}

    SimulatedRedis(VirtualTime time) {
        this.time = time;
    }

    long generation() {
        return generation;
    }

    Read read(PlayerId player, @Nullable OperationId operation, long knownGeneration) {
        if (knownGeneration != generation) {
            return new Read.AnotherGeneration(generation);
        }
        Hot hot = players.get(player);
        if (hot != null && hot.version().generation() != generation) {
            return new Read.NotLoaded();
        }
        KeptAnswer known = operation == null ? null : known(new OperationKey(player, operation));
        if (known != null) {
            return new Read.Known(known);
        }
        return hot == null ? new Read.NotLoaded() : new Read.Found(hot.version(), hot.state());
    }

    Done commit(Commit commit) {
        OperationKey key =
                commit.operation() == null
                        ? null
                        : new OperationKey(commit.player(), commit.operation());
        if (commit.generation() != generation
                || !isAsRead(commit, players.get(commit.player()))
                || (key != null && known(key) != null)) {
            return Done.CHANGED;
        }
        StateChange change = commit.change();
        List<Runnable> undo = new ArrayList<>();
        if (change != null && commit.after() != null) {
            Version version = new Version(generation, commit.epoch(), change.sequence());
            undo.add(put(players, change.player(), new Hot(version, commit.after(), time.now())));
            undo.add(put(dirty, change.player(), time.now()));
            var entry = new JournalEntry(++names, change, commit.operation(), commit.answer());
            undo.add(put(journal, entry.name(), entry));
            if (key != null) {
                lastChanges.put(key, change.id());
            }
        }
        if (key != null && commit.answer() != null) {
            undo.add(put(answers, key, commit.answer()));
        }
        written(undo, change == null ? 0 : change.id());
        return Done.DONE;
    }

    boolean isAsRead(Commit commit, @Nullable Hot hot) {
        return hot == null ? commit.read() == null : hot.version().equals(commit.read());
    }

    @Nullable KeptAnswer known(OperationKey key) {
        return answers.get(key);
    }

    /** Puts a loaded player here, unless he is here at least as far; null for nobody. */
    Hydrated hydrate(PlayerId player, Version version, @Nullable PlayerState state) {
        if (version.generation() != generation) {
            return Hydrated.GENERATION_CHANGED;
        }
        Hot hot = players.get(player);
        if (hot != null && isAtLeastAsFar(hot, version)) {
            long epoch = Math.max(hot.version().epoch(), version.epoch());
            Version now = new Version(generation, epoch, hot.version().sequence());
            written(
                    List.of(
                            put(players, player, new Hot(now, hot.state(), hot.changedAtMillis())),
                            put(dirty, player, time.now())),
                    0);
            return Hydrated.KEPT;
        }
        if (state != null) {
            written(
                    List.of(
                            put(players, player, new Hot(version, state, time.now())),
                            put(dirty, player, time.now())),
                    0);
        }
        return Hydrated.REPLACED;
    }

    boolean isAtLeastAsFar(Hot hot, Version loaded) {
        return hot.version().sequence() >= loaded.sequence();
    }

    /**
     * Returns what the journal has of {@code player} up to {@code version}; null when that is not
     * all there may be: something was lost.
     */
    @Nullable List<JournalEntry> unarchived(PlayerId player, Version version) {
        Hot hot = players.get(player);
        if (generation != version.generation()
                || hot == null
                || hot.version().sequence() < version.sequence()) {
            return null;
        }
        return journal.values().stream()
                .filter(entry -> entry.player().equals(player))
                .filter(entry -> entry.sequence() <= version.sequence())
                .toList();
    }

    /** Returns the first entries of the journal. */
    List<JournalEntry> journal(int limit) {
        return journal.values().stream().limit(limit).toList();
    }

    /**
     * Takes archived entries out of the journal, and the answers in them, which the game would
     * still have for some minutes.
     */
    void trim(long knownGeneration, List<JournalEntry> archived) {
        if (knownGeneration == generation) {
            List<Runnable> undo = new ArrayList<>();
            for (JournalEntry entry : archived) {
                undo.add(remove(journal, entry.name()));
                if (entry.operation() != null) {
                    undo.add(remove(answers, new OperationKey(entry.player(), entry.operation())));
                }
            }
            written(undo, 0);
        }
    }

    /** Returns who has changed since the last snapshot. */
    List<PlayerId> dirty() {
        return List.copyOf(dirty.keySet());
    }

    /** Learns that the database has the snapshot {@code version}. */
    void markFlushed(PlayerId player, Version version) {
        Hot hot = players.get(player);
        if (hot != null && hot.version().equals(version)) {
            written(List.of(remove(dirty, player)), 0);
        }
    }

    /** Returns who has not changed after {@code beforeMillis}. */
    List<PlayerId> idle(long beforeMillis) {
        return players.entrySet().stream()
                .filter(each -> each.getValue().changedAtMillis() < beforeMillis)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Removes a player whose snapshot is {@code version}. */
    void evict(PlayerId player, Version version) {
        Hot hot = players.get(player);
        if (hot != null && hot.version().equals(version)) {
            written(List.of(remove(players, player), remove(dirty, player)), 0);
        }
    }

    /** Loses what was written in the last {@code millis}. */
    void lose(long millis) {
        while (!writes.isEmpty() && writes.getLast().atMillis() > time.now() - millis) {
            Write last = writes.removeLast();
            last.undo().run();
            lost.add(last.change());
        }
        loseNothingMore();
    }

    /** Loses everything. */
    void loseAll() {
        journal.values().forEach(entry -> lost.add(entry.change().id()));
        players.clear();
        answers.clear();
        journal.clear();
        dirty.clear();
        loseNothingMore();
    }

    private void loseNothingMore() {
        writes.clear();
        generation = generationAfterLoss();
    }

    long generationAfterLoss() {
        return generation + 1;
    }

    /** Returns whether what an operation has changed was lost: declared, and not to be held up. */
    boolean hasLost(OperationKey key) {
        Long change = lastChanges.get(key);
        return change != null && lost.contains(change);
    }

    /** Returns how many changes were lost. */
    int lost() {
        return lost.contains(0L) ? lost.size() - 1 : lost.size();
    }

    private void written(List<Runnable> undo, long change) {
        while (!writes.isEmpty() && writes.getFirst().atMillis() < time.now() - LOSABLE_MILLIS) {
            writes.removeFirst();
        }
        writes.add(new Write(time.now(), () -> undo.reversed().forEach(Runnable::run), change));
    }

    private static <K, V> Runnable put(Map<K, V> map, K key, V value) {
        return undo(map, key, map.put(key, value));
    }

    private static <K, V> Runnable remove(Map<K, V> map, K key) {
        return undo(map, key, map.remove(key));
    }

    private static <K, V> Runnable undo(Map<K, V> map, K key, @Nullable V before) {
        return () -> {
            if (before == null) {
                map.remove(key);
            } else {
                map.put(key, before);
            }
        };
    }
}
