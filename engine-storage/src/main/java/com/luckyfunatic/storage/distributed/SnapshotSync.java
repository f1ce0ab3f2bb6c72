package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.mysql.Snapshot;
import com.luckyfunatic.storage.mysql.SnapshotWrite;
import com.luckyfunatic.storage.mysql.Snapshots;
import com.luckyfunatic.storage.redis.PlayerVersion;
import com.luckyfunatic.storage.redis.RedisPlayers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes snapshots of changed players to MySQL, and removes idle players from Redis once they are
 * safely there. Thread-safe.
 */
final class SnapshotSync {
    private static final int AT_ONCE = 500;

    private final RedisPlayers players;
    private final PlayerReader reader;
    private final PlayerLoader loader;
    private final Snapshots snapshots;
    private final GameCodec codec;
    private final StorageWork work;
    private final InstantSource clock;

    SnapshotSync(
            RedisPlayers players,
            PlayerReader reader,
            PlayerLoader loader,
            Snapshots snapshots,
            GameCodec codec,
            StorageWork work,
            InstantSource clock) {
        this.players = players;
        this.reader = reader;
        this.loader = loader;
        this.snapshots = snapshots;
        this.codec = codec;
        this.work = work;
        this.clock = clock;
    }

    /** A player as he was read for his snapshot. */
    private record Copy(PlayerId player, PlayerVersion version, PlayerState state) {}

    /**
     * Writes snapshots of players of {@code partition} who have been waiting for one for {@code
     * since}.
     *
     * @return how many were written
     */
    int flush(int partition, Duration since) {
        int flushed = 0;
        List<PlayerId> dirty;
        do {
            long now = clock.millis();
            dirty = players.dirty(partition, now - since.toMillis(), AT_ONCE);
            flushed += flush(dirty, now);
        } while (dirty.size() == AT_ONCE);
        return flushed;
    }

    private int flush(List<PlayerId> dirty, long now) {
        List<Copy> copies = new ArrayList<>(dirty.size());
        for (PlayerId player : dirty) {
            PlayerReader.Read.Present present = reader.read(player);
            PlayerState state = present.state();
            if (state != null) {
                copies.add(new Copy(player, present.version(), state));
            }
        }
        Set<PlayerId> outOfDate = snapshots.flush(copies.stream().map(this::write).toList());
        for (Copy copy : copies) {
            if (!outOfDate.contains(copy.player())) {
                players.markFlushed(copy.player(), copy.version(), now);
            } else if (isLoadedSince(copy)) {
                // Let Redis and MySQL agree on who is further.
                var _ = loader.load(copy.player(), copy.version().generation(), now);
            }
            // Else a hard change was quicker; the player waits for the next pass.
        }
        work.flushed(copies.size() - outOfDate.size(), outOfDate.size());
        return copies.size() - outOfDate.size();
    }

    private boolean isLoadedSince(Copy copy) {
        return snapshots
                .find(copy.player())
                .map(stored -> stored.epoch() > copy.version().epoch())
                .orElse(false);
    }

    private SnapshotWrite write(Copy copy) {
        return write(copy.player(), copy.version(), copy.state(), codec);
    }

    static SnapshotWrite write(
            PlayerId player, PlayerVersion version, PlayerState state, GameCodec codec) {
        Snapshot snapshot =
                new Snapshot(
                        player,
                        version.epoch(),
                        version.sequence(),
                        version.generation(),
                        state.changedAtMillis(),
                        GameCodec.FORMAT,
                        codec.write(state));
        SnapshotWrite.Standing standing =
                state.referral().referrer() == null
                        ? null
                        : new SnapshotWrite.Standing(
                                state.wallet().funzEarned(), state.rank().rank());
        return new SnapshotWrite(snapshot, standing);
    }

    /**
     * Removes players of {@code partition} from Redis who have not changed for {@code idle}.
     *
     * @return how many were removed
     */
    int evict(int partition, Duration idle) {
        long before = clock.millis() - idle.toMillis();
        int evicted = 0;
        for (PlayerId player : players.idle(partition, before, AT_ONCE)) {
            var snapshot = snapshots.find(player);
            PlayerReader.Read.Present present = reader.read(player);
            if (snapshot.isPresent()
                    && snapshot.get().epoch() == present.version().epoch()
                    && snapshot.get().sequence() == present.version().sequence()
                    && snapshot.get().generation() == present.version().generation()
                    && players.evict(player, present.version(), before)) {
                evicted++;
            }
        }
        work.evicted(evicted);
        return evicted;
    }
}
