package com.luckyfunatic.storage.distributed;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.codec.Unreadable;
import com.luckyfunatic.storage.mysql.ArchiveBatch;
import com.luckyfunatic.storage.mysql.ArchivedBatch;
import com.luckyfunatic.storage.mysql.CalledFor;
import com.luckyfunatic.storage.mysql.Snapshot;
import com.luckyfunatic.storage.mysql.SnapshotWrite;
import com.luckyfunatic.storage.mysql.StoredOperation;
import com.luckyfunatic.storage.redis.JournalEntry;
import com.luckyfunatic.storage.redis.KeptAnswer;
import com.luckyfunatic.storage.redis.PlayerVersion;
import com.luckyfunatic.storage.redis.RedisJournal;
import com.luckyfunatic.storage.scylla.AuditBatch;
import com.luckyfunatic.storage.scylla.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes rows for the archive and the audit out of entries of the journal, and snapshots together
 * with such rows. Thread-safe.
 */
final class Batches {
    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private final GameCodec codec;
    private final PoisonEntries poison;

    Batches(GameCodec codec, PoisonEntries poison) {
        this.codec = codec;
        this.poison = poison;
    }

    /**
     * Returns what to archive of {@code entries}, at least one. One that cannot be understood is
     * archived as it is, and put aside.
     */
    ArchiveBatch of(int partition, long generation, List<RedisJournal.Named> entries) {
        return of(partition, generation, entries.getFirst().name(), entries);
    }

    private ArchiveBatch of(
            int partition, long generation, String name, List<RedisJournal.Named> entries) {
        List<String> texts = new ArrayList<>(entries.size());
        List<StoredOperation> operations = new ArrayList<>();
        List<CalledFor> followUps = new ArrayList<>();
        PoisonEntries.Found found = poison.lookingAt(partition);
        long latestMillis = 0;
        long greatestId = 0;
        for (RedisJournal.Named each : entries) {
            texts.add(each.text());
            StateChange change = change(each, found);
            if (change == null) {
                continue;
            }
            latestMillis = Math.max(latestMillis, change.atMillis());
            greatestId = Math.max(greatestId, Math.max(change.id(), change.player().value()));
            KeptAnswer answer = requireNonNull(each.entry()).answer();
            if (answer != null) {
                operations.add(operation(change, answer));
            }
            followUps.addAll(CalledFor.by(change));
        }
        found.putAside();
        return new ArchiveBatch(
                partition,
                generation,
                name,
                entries.getLast().name(),
                latestMillis,
                greatestId,
                texts,
                operations,
                followUps);
    }

    private @Nullable StateChange change(RedisJournal.Named named, PoisonEntries.Found found) {
        JournalEntry entry = named.entry();
        if (entry == null) {
            found.add(named, named.problem());
            return null;
        }
        try {
            return entry.toChange(codec);
        } catch (StorageCorruptException e) {
            found.add(named, Unreadable.reason(e));
            return null;
        }
    }

    /**
     * Returns what to write of {@code player} as he was at {@code version}.
     *
     * @param unarchived those of his changes up to then that are not archived yet, in order
     */
    SnapshotWrite snapshot(
            int partition,
            PlayerId player,
            PlayerVersion version,
            PlayerState state,
            List<RedisJournal.Named> unarchived) {
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
        SnapshotWrite write = SnapshotWrite.of(snapshot, standing);
        if (unarchived.isEmpty()) {
            return write;
        }
        // Entries of one player: never to be taken for the drain's batch between the same two.
        return write.with(
                of(
                        partition,
                        version.generation(),
                        player + "/" + unarchived.getFirst().name(),
                        unarchived));
    }

    private StoredOperation operation(StateChange change, KeptAnswer answer) {
        OperationId id = change.operationId();
        return operation(
                change.player(),
                id == null ? HardOperations.idOf(change) : id,
                change.id(),
                change.sequence(),
                answer,
                change.atMillis());
    }

    static StoredOperation operation(
            PlayerId player,
            OperationId id,
            long changeId,
            long sequence,
            KeptAnswer answer,
            long atMillis) {
        return new StoredOperation(
                player,
                id,
                changeId,
                sequence,
                answer.fingerprint(),
                answer.answer(),
                answer.state(),
                atMillis,
                answer.isHard());
    }

    /** Returns what the audit gets of {@code batch}: all that can be understood. */
    static AuditBatch auditBatch(ArchivedBatch batch) {
        List<AuditEntry> entries = new ArrayList<>(batch.entries().size());
        for (String text : batch.entries()) {
            try {
                entries.add(auditEntry(JournalEntry.parse(text)));
            } catch (StorageCorruptException e) {
                LOG.debug("an entry that was reported when it was archived is left out", e);
            }
        }
        return new AuditBatch(batch.id(), entries);
    }

    static AuditEntry auditEntry(JournalEntry entry) {
        return new AuditEntry(
                entry.player(),
                entry.version().epoch(),
                entry.version().sequence(),
                entry.version().change(),
                entry.atMillis(),
                entry.document());
    }
}
