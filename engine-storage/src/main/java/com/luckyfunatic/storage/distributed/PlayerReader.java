package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StorageConflictException;
import com.luckyfunatic.storage.lock.Locks;
import com.luckyfunatic.storage.redis.KeptAnswer;
import com.luckyfunatic.storage.redis.PlayerVersion;
import com.luckyfunatic.storage.redis.RedisPlayers;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Reads players from Redis, loading those who are not there. Thread-safe. */
final class PlayerReader {
    private static final int TRIES = 20;

    /** Longer than most loads take, and short beside what a caller may wait. */
    private static final Duration LOAD_PATIENCE = Duration.ofMillis(100);

    private static final Duration LOAD_LEASE = Duration.ofSeconds(2);

    private final RedisPlayers players;
    private final PlayerLoader loader;
    private final PlayerLocks turns;
    private final Locks locks;
    private final InstantSource clock;

    PlayerReader(
            RedisPlayers players,
            PlayerLoader loader,
            PlayerLocks turns,
            Locks locks,
            InstantSource clock) {
        this.players = players;
        this.loader = loader;
        this.turns = turns;
        this.locks = locks;
        this.clock = clock;
    }

    /** What reading gave. */
    sealed interface Read {
        /** The kept answer to the operation that was asked for. */
        record Known(KeptAnswer answer) implements Read {}

        /** The player; without a state there is none, and the version is what to begin with. */
        record Present(PlayerVersion version, @Nullable PlayerState state) implements Read {}
    }

    /** Reads {@code player}, and asks for the answer to {@code operation} if that is not null. */
    Read read(PlayerId player, @Nullable OperationId operation) {
        for (int tried = 0; tried < TRIES; tried++) {
            switch (players.read(player, operation)) {
                case RedisPlayers.Read.Known(KeptAnswer answer) -> {
                    return new Read.Known(answer);
                }
                case RedisPlayers.Read.Found(PlayerVersion version, PlayerState state) -> {
                    return new Read.Present(version, state);
                }
                case RedisPlayers.Read.NotLoaded _ -> {
                    Read.Present loaded = load(player);
                    // What was loaded is read again: Redis may have had more.
                    if (loaded != null && loaded.state() == null) {
                        return loaded;
                    }
                }
            }
        }
        throw new StorageConflictException("player " + player + " is loaded again and again");
    }

    /**
     * Loads {@code player}, unless another caller has just done so: every load fences off what was
     * begun on the one before. That is also what keeps it right when two load at once, whatever the
     * locks say: the epoch that each load raises, and the script, which keeps whoever is further.
     */
    private Read.@Nullable Present load(PlayerId player) {
        try (PlayerLocks.Turn _ = turns.turn(player);
                Locks.Attempt _ = locks.attempt("load:" + player, LOAD_PATIENCE, LOAD_LEASE)) {
            return players.read(player, null)
                            instanceof RedisPlayers.Read.NotLoaded(long generation)
                    ? loader.load(player, generation, clock.millis())
                    : null;
        }
    }

    /** Reads {@code player}. */
    Read.Present read(PlayerId player) {
        return switch (read(player, null)) {
            case Read.Present present -> present;
            case Read.Known _ -> throw new IllegalStateException("no operation was asked for");
        };
    }
}
