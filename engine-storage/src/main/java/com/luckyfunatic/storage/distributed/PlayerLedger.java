package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.storage.mysql.CalledFor;
import com.luckyfunatic.storage.redis.JournalEntry;
import com.luckyfunatic.storage.redis.KeptAnswer;
import com.luckyfunatic.storage.redis.PlayerVersion;
import com.luckyfunatic.storage.redis.RedisJournal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must outlive Redis, of single players: MySQL's part in a command. Thread-safe. */
interface PlayerLedger {
    /**
     * A player as MySQL has him.
     *
     * @param epoch the new epoch: nothing written under an older one is accepted any more
     * @param snapshot the last snapshot; null when there is none
     */
    record Loaded(long epoch, @Nullable Snapshot snapshot) {}

    /** A state, and which it is. */
    record Snapshot(PlayerVersion version, PlayerState state) {}

    /** Raises the epoch of {@code player} and returns his last snapshot, in one transaction. */
    Loaded load(PlayerId player);

    /** Returns the last snapshot of {@code player} as it is, for looking only. */
    Optional<Snapshot> look(PlayerId player);

    /**
     * Returns when {@code player} joined, which was before his first change; 0 when nobody knows.
     */
    long joinedAtMillis(PlayerId player);

    /** Returns archived changes of {@code player} with a sequence after {@code sequence}. */
    List<JournalEntry> archivedAfter(PlayerId player, long sequence, long fromMillis);

    /** Returns the kept answer to an operation. */
    Optional<KeptAnswer> answer(PlayerId player, OperationId operation);

    /**
     * A hard change to be made safe.
     *
     * @param sequence of the state right after it
     * @param snapshot the player after it, or later
     */
    record HardChange(
            PlayerId player,
            OperationId operation,
            long sequence,
            KeptAnswer answer,
            Snapshot snapshot,
            long atMillis,
            List<CalledFor> followUps) {
        /** Returns this with a later state of the player. */
        HardChange with(Snapshot later) {
            return new HardChange(player, operation, sequence, answer, later, atMillis, followUps);
        }
    }

    /** How making a hard change safe ended. */
    enum Commit {
        /** It is safe. */
        DONE,
        /** The player was loaded anew meanwhile: find out whether the change is still there. */
        SUPERSEDED
    }

    /**
     * Makes a hard change safe; several callers share a transaction. Doing it again is no error.
     *
     * @param unarchived those changes of the player up to the snapshot that are not archived yet
     * @throws com.luckyfunatic.engine.storage.StorageUnavailableException when the outcome is not
     *     known
     */
    Commit commit(HardChange change, List<RedisJournal.Named> unarchived);
}
