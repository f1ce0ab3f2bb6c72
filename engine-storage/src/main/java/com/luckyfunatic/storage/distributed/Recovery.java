package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.mysql.Snapshots;
import com.luckyfunatic.storage.redis.RedisPlayers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Brings players into Redis again after it was wiped or came back with an old copy, before they are
 * asked for. It loads them as a server does on the first touch, so it may run while servers play,
 * be interrupted, and be repeated. Thread-safe.
 */
public final class Recovery {
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RedisPlayers players;
    private final PlayerReader reader;
    private final PlayerLoader loader;
    private final Snapshots snapshots;

    Recovery(RedisPlayers players, PlayerReader reader, PlayerLoader loader, Snapshots snapshots) {
        this.players = players;
        this.reader = reader;
        this.loader = loader;
        this.snapshots = snapshots;
    }

    /** What became of a player. */
    public sealed interface Outcome {
        /** Redis has him as he is. */
        record Current() implements Outcome {}

        /**
         * He was loaded, or would be.
         *
         * @param sequence of his state; of what MySQL has, when he only would be
         * @param replayed how many archived changes come after his snapshot; only when he would be
         *     loaded, else 0
         */
        record Loaded(long sequence, int replayed) implements Outcome {}

        /** There is no state of him: he was looked for, but never played. */
        record Nobody() implements Outcome {}

        /** He could not be loaded. */
        record Failed(String reason) implements Outcome {}
    }

    /** Hands the ids of all players to {@code consumer}. */
    public void forEachPlayer(LongConsumer consumer) {
        snapshots.forEachPlayer(consumer);
    }

    /**
     * Loads {@code player} if Redis does not have him as he is.
     *
     * @throws StorageUnavailableException when a database stays away for some seconds
     */
    public Outcome recover(PlayerId player) {
        return patiently(() ->
                switch (players.read(player, null)) {
                    case RedisPlayers.Read.NotLoaded _ -> load(player);
                    case RedisPlayers.Read.Found _, RedisPlayers.Read.Known _ ->
                            new Outcome.Current();
                });
    }

    private Outcome load(PlayerId player) {
        var state = reader.read(player).state();
        return state == null ? new Outcome.Nobody() : new Outcome.Loaded(state.sequence(), 0);
    }

    /** Returns what {@link #recover} would do, and changes no player. */
    public Outcome plan(PlayerId player) {
        return patiently(() ->
                switch (players.read(player, null)) {
                    case RedisPlayers.Read.NotLoaded(long generation) -> {
                        PlayerLoader.Stored stored = loader.look(player, generation);
                        var state = stored.state();
                        yield state == null
                                ? new Outcome.Nobody()
                                : new Outcome.Loaded(state.sequence(), stored.replayed());
                    }
                    case RedisPlayers.Read.Found _, RedisPlayers.Read.Known _ ->
                            new Outcome.Current();
                });
    }

    /** What is tried again while a database is away. */
    @FunctionalInterface
    private interface Attempt {
        Outcome run();
    }

    private static Outcome patiently(Attempt attempt) {
        for (int tried = 1; ; tried++) {
            try {
                return attempt.run();
            } catch (StorageUnavailableException e) {
                if (tried == TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (StorageException e) {
                return new Outcome.Failed(String.valueOf(e.getMessage()));
            }
        }
    }
}
