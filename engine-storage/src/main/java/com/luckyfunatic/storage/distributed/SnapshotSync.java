package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.lock.Locks;
import com.luckyfunatic.storage.mysql.SnapshotWrite;
import com.luckyfunatic.storage.mysql.Snapshots;
import com.luckyfunatic.storage.redis.PlayerVersion;
import com.luckyfunatic.storage.redis.RedisJournal;
import com.luckyfunatic.storage.redis.RedisPlayers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes snapshots of changed players to MySQL, and removes idle players from Redis once they are
 * safely there. Thread-safe.
 */
final class SnapshotSync {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotSync.class);
    private static final int AT_ONCE = 500;

    /** Should whoever holds it have died, the next passes are still in time. */
    private static final Duration SYNC_LEASE = Duration.ofSeconds(15);

    private final RedisPlayers players;
    private final PlayerReader reader;
    private final PlayerLoader loader;
    private final Snapshots snapshots;
    private final RedisJournal journal;
    private final Batches batches;
    private final StorageWork work;
    private final InstantSource clock;
    private final Locks locks;

    SnapshotSync(
            RedisPlayers players,
            PlayerReader reader,
            PlayerLoader loader,
            Snapshots snapshots,
            RedisJournal journal,
            Batches batches,
            StorageWork work,
            InstantSource clock,
            Locks locks) {
        this.locks = locks;
        this.players = players;
        this.reader = reader;
        this.loader = loader;
        this.snapshots = snapshots;
        this.journal = journal;
        this.batches = batches;
        this.work = work;
        this.clock = clock;
    }

    /** A player as he was read for his snapshot. */
    private record Copy(PlayerId player, PlayerVersion version, SnapshotWrite write) {}

    /**
     * Writes snapshots of players of {@code partition} who have been waiting for one for {@code
     * since}. While another process is at it, this one leaves it to that one, unless all are to be
     * written. Two at once do no harm: a snapshot is fenced by its epoch and sequence.
     *
     * @param since negative for all
     * @return how many were written
     */
    int flush(int partition, Duration since) {
        try (Locks.Attempt attempt =
                locks.attempt("sync:" + partition, Duration.ZERO, SYNC_LEASE)) {
            return attempt.standing() == Locks.Standing.TAKEN && !since.isNegative()
                    ? 0
                    : flushNow(partition, since);
        }
    }

    private int flushNow(int partition, Duration since) {
        int flushed = 0;
        int written;
        do {
            long now = clock.millis();
            // All means all: who was marked by a clock that is ahead of this one, too.
            long before = since.isNegative() ? Long.MAX_VALUE : now - since.toMillis();
            List<PlayerId> dirty = players.dirty(partition, before, AT_ONCE);
            written = flush(partition, dirty, now);
            flushed += written;
            // Those who have to wait are found again, so a pass ends with the first of them.
        } while (written == AT_ONCE);
        return flushed;
    }

    private int flush(int partition, List<PlayerId> dirty, long now) {
        List<Copy> copies = new ArrayList<>(dirty.size());
        for (PlayerId player : dirty) {
            Copy copy = copy(partition, player);
            if (copy != null) {
                copies.add(copy);
            }
        }
        Set<PlayerId> outOfDate = snapshots.flush(copies.stream().map(Copy::write).toList());
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

    /** Returns null for a player who has no state, or has to wait for the next pass. */
    private @Nullable Copy copy(int partition, PlayerId player) {
        PlayerReader.Read.Present present;
        try {
            present = reader.read(player);
        } catch (StorageCorruptException e) {
            LOG.error(
                    "no snapshot of player {}, who cannot be read; the others get theirs",
                    player,
                    e);
            return null;
        }
        PlayerState state = present.state();
        if (state == null) {
            return null;
        }
        PlayerVersion version = present.version();
        return journal.unarchived(player, version)
                        instanceof RedisJournal.Unarchived.Known(List<RedisJournal.Named> entries)
                ? new Copy(
                        player,
                        version,
                        batches.snapshot(partition, player, version, state, entries))
                : null;
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
