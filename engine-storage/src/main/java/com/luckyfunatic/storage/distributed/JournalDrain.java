package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.mysql.ArchiveBatch;
import com.luckyfunatic.storage.mysql.ArchiveResult;
import com.luckyfunatic.storage.mysql.ChangeArchive;
import com.luckyfunatic.storage.redis.RedisJournal;
import com.luckyfunatic.storage.scylla.AuditEntry;
import com.luckyfunatic.storage.scylla.AuditTrail;
import com.luckyfunatic.storage.scylla.PoisonEntriesException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the journal of one partition away: each entry into the archive first, then into the audit,
 * and only then out of Redis. While the audit is away the archive goes on.
 *
 * <p>Whatever is done twice, after a crash or by two drains at once, has no second effect, so the
 * drain keeps no position anywhere: what is still in the journal is to be done. Not thread-safe.
 */
final class JournalDrain {
    private static final Logger LOG = LoggerFactory.getLogger(JournalDrain.class);
    private static final int BATCH_MAX = 500;

    private final int partition;
    private final RedisJournal journal;
    private final ChangeArchive archive;
    private final AuditTrail audit;
    private final Batches batches;
    private final DrainBuffer buffer;
    private final StorageWork work;
    private final InstantSource clock;

    private long generation;
    private String archivedTo = RedisJournal.START;
    private String auditedTo = RedisJournal.START;

    /** Archived entries that wait for the audit; what has no room is read again. */
    private final Deque<List<RedisJournal.Named>> waiting = new ArrayDeque<>();

    JournalDrain(
            int partition,
            long generation,
            RedisJournal journal,
            ChangeArchive archive,
            AuditTrail audit,
            Batches batches,
            DrainBuffer buffer,
            StorageWork work,
            InstantSource clock) {
        this.partition = partition;
        this.generation = generation;
        this.journal = journal;
        this.archive = archive;
        this.audit = audit;
        this.batches = batches;
        this.buffer = buffer;
        this.work = work;
        this.clock = clock;
    }

    /** Which partition it drains. */
    int partition() {
        return partition;
    }

    /**
     * Archives the next entries.
     *
     * @return whether there were any
     */
    boolean archiveNext() {
        List<RedisJournal.Named> read = journal.after(partition, archivedTo, BATCH_MAX);
        if (read.isEmpty()) {
            work.found(partition, 0);
            return false;
        }
        long oldestMillis = read.getFirst().madeAtMillis();
        work.found(partition, oldestMillis);
        ArchiveBatch batch = batches.of(partition, generation, read);
        switch (archive.archive(batch)) {
            case ArchiveResult.Archived() -> {
                // With a gap before it, it would be handed on, and trimmed, before what is in the
                // gap.
                if (archivedTo.equals(heldTo()) && buffer.take(read.size())) {
                    waiting.add(read);
                }
                archivedTo = read.getLast().name();
                work.archived(partition, read.size(), oldestMillis, clock.millis());
            }
            case ArchiveResult.OutOfDate(long present) -> {
                // Redis may have lost some of what was read: only what is still there counts.
                LOG.info(
                        "partition {} has generation {} now: its journal is read again",
                        partition,
                        present);
                generation = present;
                startAgain();
            }
        }
        return true;
    }

    private String heldTo() {
        return waiting.isEmpty() ? auditedTo : waiting.getLast().getLast().name();
    }

    private void startAgain() {
        archivedTo = RedisJournal.START;
        auditedTo = RedisJournal.START;
        waiting.forEach(each -> buffer.giveBack(each.size()));
        waiting.clear();
        work.forget(partition);
    }

    /**
     * Hands the next archived entries to the audit and takes them out of Redis.
     *
     * @return whether there were any
     * @throws StorageUnavailableException when the audit is away; nothing is lost
     */
    boolean auditNext() {
        List<RedisJournal.Named> held = waiting.peek();
        List<RedisJournal.Named> next = held == null ? archivedAfterAudited() : held;
        if (next.isEmpty()) {
            return false;
        }
        append(next);
        auditedTo = next.getLast().name();
        if (held != null) {
            waiting.remove();
            buffer.giveBack(held.size());
        }
        journal.trim(partition, auditedTo);
        work.audited(
                partition,
                next.size(),
                next.getFirst().madeAtMillis(),
                next.getLast().madeAtMillis(),
                auditedTo.equals(archivedTo),
                clock.millis());
        return true;
    }

    /** How many entries are in the journal. */
    long waiting() {
        return journal.length(partition);
    }

    /** Reads again what the buffer had no room for. */
    private List<RedisJournal.Named> archivedAfterAudited() {
        if (auditedTo.equals(archivedTo)) {
            return List.of();
        }
        List<RedisJournal.Named> read = journal.after(partition, auditedTo, BATCH_MAX);
        List<RedisJournal.Named> archived = new ArrayList<>(read.size());
        for (RedisJournal.Named each : read) {
            archived.add(each);
            if (each.name().equals(archivedTo)) {
                break;
            }
        }
        return archived;
    }

    private void append(List<RedisJournal.Named> entries) {
        List<AuditEntry> rows = new ArrayList<>(entries.size());
        for (RedisJournal.Named each : entries) {
            AuditEntry row = batches.auditEntry(each);
            if (row != null) {
                rows.add(row);
            }
        }
        try {
            audit.append(rows).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case PoisonEntriesException poison ->
                        batches.quarantine(partition, entries, poison);
                case StorageUnavailableException away -> throw away;
                case null, default -> throw e;
            }
        }
    }
}
