package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.redis.JournalEntry;
import com.luckyfunatic.storage.redis.PlayerVersion;
import com.luckyfunatic.storage.redis.RedisPlayers;
import org.jspecify.annotations.Nullable;

/**
 * Brings players into Redis: the last snapshot, then every archived change after it. Several may
 * load one player at once: Redis keeps whichever is furthest. Thread-safe.
 */
final class PlayerLoader {
    /** How much clocks of servers may differ: the archive is read from that much earlier. */
    private static final long CLOCKS_DIFFER_MILLIS = 60_000;

    private final RedisPlayers players;
    private final PlayerLedger ledger;
    private final GameCodec codec;
    private final StorageWork work;

    PlayerLoader(RedisPlayers players, PlayerLedger ledger, GameCodec codec, StorageWork work) {
        this.players = players;
        this.ledger = ledger;
        this.codec = codec;
        this.work = work;
    }

    /**
     * Loads {@code player}.
     *
     * @param generation of his partition
     * @return what was loaded: Redis may have had more; no state for one who is in neither store.
     *     Null when there is nothing to go by and Redis has to be asked again: the partition has
     *     got another generation meanwhile, or Redis has the player although MySQL has not
     */
    PlayerReader.Read.@Nullable Present load(PlayerId player, long generation, long nowMillis) {
        PlayerLedger.Loaded loaded = ledger.load(player);
        Stored stored = stored(player, loaded.snapshot(), generation);
        PlayerState state = stored.state();
        long sequence = state == null ? 0 : state.sequence();
        PlayerVersion version =
                new PlayerVersion(generation, loaded.epoch(), sequence, stored.change());
        RedisPlayers.Hydrated hydrated = players.hydrate(player, version, state, nowMillis);
        if (hydrated == RedisPlayers.Hydrated.GENERATION_CHANGED) {
            return null;
        }
        work.hydrated(stored.replayed());
        boolean isInRedisOnly = state == null && hydrated == RedisPlayers.Hydrated.KEPT;
        return isInRedisOnly ? null : new PlayerReader.Read.Present(version, state);
    }

    /**
     * A player as MySQL has him, snapshot and archive together.
     *
     * @param change the id of the last change; 0 if not known
     * @param replayed how many archived changes came after the snapshot
     */
    record Stored(@Nullable PlayerState state, long change, int replayed) {}

    /** Returns what loading {@code player} would begin with, and changes nothing. */
    Stored look(PlayerId player, long generation) {
        return stored(player, ledger.look(player).orElse(null), generation);
    }

    private Stored stored(
            PlayerId player, PlayerLedger.@Nullable Snapshot snapshot, long generation) {
        PlayerState state = snapshot == null ? null : snapshot.state();
        long change = snapshot == null ? 0 : snapshot.version().change();
        int replayed = 0;
        if (snapshot == null || snapshot.version().generation() != generation) {
            long sequence = state == null ? 0 : state.sequence();
            long since = state == null ? ledger.joinedAtMillis(player) : state.changedAtMillis();
            for (JournalEntry entry :
                    ledger.archivedAfter(player, sequence, since - CLOCKS_DIFFER_MILLIS)) {
                state = replay(player, state, entry.toChange(codec));
                change = entry.version().change();
                replayed++;
            }
        }
        return new Stored(state, change, replayed);
    }

    private static PlayerState replay(
            PlayerId player, @Nullable PlayerState state, StateChange change) {
        long expected = state == null ? 1 : state.sequence() + 1;
        if (change.sequence() != expected) {
            throw new StorageCorruptException(
                    "the archive has change "
                            + change.sequence()
                            + " of player "
                            + player
                            + " where "
                            + expected
                            + " must be");
        }
        return GameRules.evolve(state, player, change.events(), change.atMillis());
    }
}
