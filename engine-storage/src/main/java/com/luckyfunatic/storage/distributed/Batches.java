package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.mysql.ArchiveBatch;
import com.luckyfunatic.storage.mysql.Quarantine;
import com.luckyfunatic.storage.mysql.QuarantinedEntry;
import com.luckyfunatic.storage.mysql.QuarantinedEntry.Sink;
import com.luckyfunatic.storage.mysql.StoredOperation;
import com.luckyfunatic.storage.redis.JournalEntry;
import com.luckyfunatic.storage.redis.KeptAnswer;
import com.luckyfunatic.storage.redis.RedisJournal;
import com.luckyfunatic.storage.scylla.AuditEntry;
import com.luckyfunatic.storage.scylla.PoisonEntriesException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes rows for the archive and the audit out of entries of the journal. Thread-safe. */
final class Batches {
    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private final GameCodec codec;
    private final Quarantine quarantine;
    private final StorageWork work;
    private final InstantSource clock;

    Batches(GameCodec codec, Quarantine quarantine, StorageWork work, InstantSource clock) {
        this.codec = codec;
        this.quarantine = quarantine;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Returns what to archive of {@code entries}, at least one. One that cannot be understood is
     * archived as it is, and put aside.
     */
    ArchiveBatch of(int partition, long generation, List<RedisJournal.Named> entries) {
        List<String> texts = new ArrayList<>(entries.size());
        List<StoredOperation> operations = new ArrayList<>();
        List<FollowUp> followUps = new ArrayList<>();
        List<QuarantinedEntry> poison = new ArrayList<>();
        long latestMillis = 0;
        long greatestId = 0;
        for (RedisJournal.Named each : entries) {
            texts.add(each.text());
            JournalEntry entry = each.entry();
            StateChange change;
            try {
                change = entry == null ? null : entry.toChange(codec);
            } catch (StorageCorruptException e) {
                poison.add(poison(partition, each, reason(e)));
                continue;
            }
            if (entry == null || change == null) {
                poison.add(poison(partition, each, each.problem()));
                continue;
            }
            latestMillis = Math.max(latestMillis, change.atMillis());
            greatestId = Math.max(greatestId, Math.max(change.id(), change.player().value()));
            if (entry.answer() != null) {
                operations.add(operation(change, entry.answer()));
            }
            addFollowUps(change, followUps);
        }
        putAside(partition, poison);
        return new ArchiveBatch(
                partition,
                generation,
                entries.getFirst().name(),
                entries.getLast().name(),
                latestMillis,
                greatestId,
                texts,
                operations,
                followUps);
    }

    private QuarantinedEntry poison(int partition, RedisJournal.Named entry, String reason) {
        return new QuarantinedEntry(
                partition, entry.name(), Sink.ARCHIVE, reason, entry.text(), clock.millis());
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        if (cause == null) {
            return String.valueOf(failure.getMessage());
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return failure.getMessage() + ": " + cause.getMessage();
    }

    /** Before they are archived and trimmed; the same ones again are neither stored nor told. */
    private void putAside(int partition, List<QuarantinedEntry> poison) {
        int added = quarantine.put(poison);
        if (added > 0) {
            work.quarantined(added);
            LOG.error(
                    "{} entries of partition {} cannot be understood and are quarantined, the first"
                            + " is {}: {}; ./funatic admin journal quarantine lists them",
                    added,
                    partition,
                    poison.getFirst().name(),
                    poison.getFirst().reason());
        }
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

    private static void addFollowUps(StateChange change, List<FollowUp> followUps) {
        for (GameEvent event : change.events()) {
            FollowUp followUp = event.followUp(change.player());
            if (followUp != null) {
                followUps.add(followUp);
            }
        }
    }

    /** Returns the row for the audit; null when the entry is put aside already. */
    @Nullable AuditEntry auditEntry(RedisJournal.Named named) {
        JournalEntry entry = named.entry();
        if (entry == null) {
            return null;
        }
        try {
            return new AuditEntry(
                    entry.player(),
                    entry.version().epoch(),
                    entry.version().sequence(),
                    entry.version().change(),
                    entry.atMillis(),
                    entry.document());
        } catch (StorageCorruptException e) {
            return null;
        }
    }

    /** Puts aside what the audit does not understand, unless the archive did not either. */
    void quarantine(
            int partition, List<RedisJournal.Named> entries, PoisonEntriesException poison) {
        Set<Long> changes =
                poison.entries().stream().map(AuditEntry::changeId).collect(Collectors.toSet());
        List<QuarantinedEntry> aside = new ArrayList<>();
        for (RedisJournal.Named each : entries) {
            JournalEntry entry = each.entry();
            if (entry != null && changes.contains(entry.version().change()) && isKnown(entry)) {
                aside.add(
                        new QuarantinedEntry(
                                partition,
                                each.name(),
                                Sink.AUDIT,
                                reason(poison),
                                each.text(),
                                clock.millis()));
            }
        }
        putAside(partition, aside);
    }

    private boolean isKnown(JournalEntry entry) {
        try {
            return entry.toChange(codec).sequence() > 0;
        } catch (StorageCorruptException e) {
            return false;
        }
    }
}
