package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.ChangeDocument;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.codec.Unreadable;
import com.luckyfunatic.storage.mysql.Quarantine;
import com.luckyfunatic.storage.mysql.QuarantinedEntry;
import com.luckyfunatic.storage.mysql.QuarantinedEntry.Sink;
import com.luckyfunatic.storage.redis.RedisJournal;
import com.luckyfunatic.storage.scylla.AuditEntry;
import com.luckyfunatic.storage.scylla.PoisonEntriesException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts entries that cannot be understood aside and says so, each once: repeating does not help, and
 * what comes after them must not wait. Thread-safe.
 */
final class PoisonEntries {
    private static final Logger LOG = LoggerFactory.getLogger(PoisonEntries.class);

    private final Quarantine quarantine;
    private final GameCodec codec;
    private final StorageWork work;
    private final InstantSource clock;

    PoisonEntries(Quarantine quarantine, GameCodec codec, StorageWork work, InstantSource clock) {
        this.quarantine = quarantine;
        this.codec = codec;
        this.work = work;
        this.clock = clock;
    }

    /** Returns where to note what is found in the journal of {@code partition}. */
    Found lookingAt(int partition) {
        return new Found(partition);
    }

    /** What was found in one batch of a journal. Not thread-safe. */
    final class Found {
        private final int partition;
        private final List<QuarantinedEntry> entries = new ArrayList<>();

        private Found(int partition) {
            this.partition = partition;
        }

        void add(RedisJournal.Named entry, String reason) {
            entries.add(aside(partition, entry.name(), Sink.ARCHIVE, reason, entry.text()));
        }

        /** Stores what was found: to be called before the batch is archived and trimmed. */
        void putAside() {
            PoisonEntries.this.putAside(partition, entries);
        }
    }

    /** Puts aside what the audit does not understand, unless the archive did not either. */
    void refusedByAudit(int partition, PoisonEntriesException refusal) {
        List<QuarantinedEntry> entries = new ArrayList<>();
        for (AuditEntry each : refusal.entries()) {
            if (isUnderstood(each)) {
                // The same name however often it is archived and read.
                String name = "%s/%d/%d".formatted(each.player(), each.sequence(), each.changeId());
                entries.add(
                        aside(
                                partition,
                                name,
                                Sink.AUDIT,
                                Unreadable.reason(refusal),
                                each.document()));
            }
        }
        putAside(partition, entries);
    }

    private boolean isUnderstood(AuditEntry entry) {
        try {
            ChangeDocument document = codec.readChange(entry.document());
            var _ =
                    document.toChange(
                            entry.changeId(), entry.player(), entry.sequence(), entry.atMillis());
            return true;
        } catch (StorageCorruptException e) {
            return false;
        }
    }

    private QuarantinedEntry aside(
            int partition, String name, Sink sink, String reason, String document) {
        return new QuarantinedEntry(partition, name, sink, reason, document, clock.millis());
    }

    private void putAside(int partition, List<QuarantinedEntry> entries) {
        int added = quarantine.put(entries);
        if (added > 0) {
            work.quarantined(added);
            LOG.error(
                    "{} entries of partition {} cannot be understood and are quarantined, the first"
                            + " is {}: {}; ./funatic admin journal quarantine lists them",
                    added,
                    partition,
                    entries.getFirst().name(),
                    entries.getFirst().reason());
        }
    }
}
