package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.redis.KeptAnswer;
import com.luckyfunatic.storage.redis.RedisJournal;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a hard change is in MySQL before it is answered, also when the player was loaded
 * anew between Redis and MySQL. Thread-safe.
 */
final class HardChanges {
    private static final int TRIES = 50;
    private static final long PAUSE_MILLIS_MAX = 20;

    private final PlayerReader reader;
    private final RedisJournal journal;
    private final PlayerLedger ledger;

    HardChanges(PlayerReader reader, RedisJournal journal, PlayerLedger ledger) {
        this.reader = reader;
        this.journal = journal;
        this.ledger = ledger;
    }

    /**
     * Returns when {@code change} is safe.
     *
     * @param unarchived what Redis has told of the player's changes when it took this one; null
     *     when that is to be asked for
     * @throws StorageUnavailableException when that is not known, or the change was lost; nobody
     *     was answered then
     */
    void makeSafe(PlayerLedger.HardChange change, RedisJournal.@Nullable Unarchived unarchived) {
        PlayerLedger.HardChange next = change;
        RedisJournal.Unarchived told = unarchived;
        for (int tried = 0; next != null && tried < TRIES; tried++) {
            if (commit(next, told == null ? unarchived(next) : told)) {
                return;
            }
            told = null;
            // Others load the player: let them come to an end.
            long pause = ThreadLocalRandom.current().nextLong(PAUSE_MILLIS_MAX * 1_000_000);
            LockSupport.parkNanos(pause);
            next = renewed(change);
        }
        if (next != null) {
            throw new StorageUnavailableException(
                    "player " + change.player() + " is loaded again and again");
        }
    }

    /**
     * Commits {@code change} together with what its snapshot contains and the archive does not.
     *
     * @return whether it is safe; false when it is to be tried again with the player as he is now
     */
    private boolean commit(PlayerLedger.HardChange change, RedisJournal.Unarchived unarchived) {
        return switch (unarchived) {
            case RedisJournal.Unarchived.Known(List<RedisJournal.Named> entries) ->
                    ledger.commit(change, entries) == PlayerLedger.Commit.DONE;
            case RedisJournal.Unarchived.Lost() -> false;
            case RedisJournal.Unarchived.TooMany() ->
                    throw new StorageUnavailableException(
                            "too many changes of player "
                                    + change.player()
                                    + " wait: the drain does not keep up");
        };
    }

    private RedisJournal.Unarchived unarchived(PlayerLedger.HardChange change) {
        return journal.unarchived(change.player(), change.snapshot().version());
    }

    /**
     * Returns when the answer to {@code operation}, which Redis knows, is safe too: whoever was
     * first may still be waiting for that, or may have died. Its follow-ups come with the journal.
     */
    void makeSafe(
            PlayerId player,
            OperationId operation,
            KeptAnswer answer,
            long sequence,
            long atMillis) {
        if (ledger.answer(player, operation).isEmpty()) {
            PlayerLedger.Snapshot snapshot = snapshotWith(player, operation, answer);
            if (snapshot == null) {
                throw lost(player);
            }
            makeSafe(
                    new PlayerLedger.HardChange(
                            player, operation, sequence, answer, snapshot, atMillis, List.of()),
                    null);
        }
    }

    /**
     * Returns {@code change} with the player as he is now, who has seen it; null when it is safe
     * already. Each time it must be this change: Redis may have lost it, and the operation may have
     * been carried out anew, with another answer.
     */
    private PlayerLedger.@Nullable HardChange renewed(PlayerLedger.HardChange change) {
        PlayerLedger.Snapshot snapshot =
                snapshotWith(change.player(), change.operation(), change.answer());
        if (snapshot != null) {
            return change.with(snapshot);
        }
        if (ledger.answer(change.player(), change.operation())
                .filter(kept -> kept.change() == change.answer().change())
                .isPresent()) {
            return null;
        }
        throw lost(change.player());
    }

    /**
     * Returns the player as he is now, who has seen the change that {@code answer} was given for;
     * null when Redis has lost that. The order matters: what Redis still knows after the player was
     * read was there before. The other way round, a loss in between would have a change recorded as
     * done that is in no state.
     */
    private PlayerLedger.@Nullable Snapshot snapshotWith(
            PlayerId player, OperationId operation, KeptAnswer answer) {
        PlayerLedger.Snapshot snapshot = snapshot(player);
        boolean isStillThere =
                reader.read(player, operation) instanceof PlayerReader.Read.Known(KeptAnswer known)
                        && known.change() == answer.change();
        return isStillThere ? snapshot : null;
    }

    private static StorageUnavailableException lost(PlayerId player) {
        return new StorageUnavailableException(
                "Redis lost a change of player " + player + " before it was answered");
    }

    private PlayerLedger.@Nullable Snapshot snapshot(PlayerId player) {
        PlayerReader.Read.Present present = reader.read(player);
        PlayerState state = present.state();
        return state == null ? null : new PlayerLedger.Snapshot(present.version(), state);
    }
}
