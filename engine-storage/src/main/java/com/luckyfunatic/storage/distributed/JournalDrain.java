package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.storage.mysql.ArchiveBatch;
import com.luckyfunatic.storage.mysql.ArchiveResult;
import com.luckyfunatic.storage.mysql.ChangeArchive;
import com.luckyfunatic.storage.redis.RedisJournal;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the journal of one partition away: each entry into the archive, then out of Redis, then
 * from the archive into the audit. So what is in the journal is what is not archived.
 *
 * <p>Whatever is done twice, after a crash or by two drains at once, has no second effect, so the
 * drain keeps no position anywhere: what is still in the journal is to be done. Thread-safe:
 * archiving and feeding the audit do not wait for each other.
 */
final class JournalDrain {
    private static final Logger LOG = LoggerFactory.getLogger(JournalDrain.class);
    private static final int BATCH_MAX = 500;

    private final int partition;
    private final RedisJournal journal;
    private final ChangeArchive archive;
    private final Batches batches;
    private final AuditFeed feed;
    private final DrainBuffer buffer;
    private final StorageWork work;
    private final InstantSource clock;

    private volatile boolean hasArchived;
    private long generation;

    JournalDrain(
            int partition,
            long generation,
            RedisJournal journal,
            ChangeArchive archive,
            Batches batches,
            AuditFeed feed,
            DrainBuffer buffer,
            StorageWork work,
            InstantSource clock) {
        this.partition = partition;
        this.generation = generation;
        this.journal = journal;
        this.archive = archive;
        this.batches = batches;
        this.feed = feed;
        this.buffer = buffer;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Archives the next entries and takes them out of Redis.
     *
     * @return whether there were any
     */
    synchronized boolean archiveNext() {
        try (DrainBuffer.Room _ = buffer.take(BATCH_MAX)) {
            List<RedisJournal.Named> read = journal.after(partition, RedisJournal.START, BATCH_MAX);
            work.found(partition, read.isEmpty() ? 0 : read.getFirst().madeAtMillis());
            if (read.isEmpty()) {
                return false;
            }
            archive(read);
            return true;
        }
    }

    private void archive(List<RedisJournal.Named> read) {
        ArchiveBatch batch = batches.of(partition, generation, read);
        switch (archive.archive(batch)) {
            case ArchiveResult.Archived() -> {
                hasArchived = true;
                work.archived(
                        partition, read.size(), read.getFirst().madeAtMillis(), clock.millis());
                if (!journal.trim(partition, generation, read.getLast().name())) {
                    readAgain(journal.generation(partition));
                }
            }
            case ArchiveResult.OutOfDate(long _) -> readAgain(journal.generation(partition));
        }
    }

    /** Redis may have lost some of what was read: only what is still there counts. */
    private void readAgain(long present) {
        LOG.info(
                "partition {} has generation {} now: its journal is read again",
                partition,
                present);
        generation = present;
        work.forget(partition);
    }

    /**
     * Hands archived entries to the audit.
     *
     * @return whether there were any
     * @throws com.luckyfunatic.engine.storage.StorageUnavailableException when the audit is away;
     *     nothing is lost
     */
    boolean auditNext() {
        if (!hasArchived && !feed.isDue()) {
            return false;
        }
        hasArchived = false; // before looking: what is archived meanwhile sets it again
        boolean appended = feed.next();
        if (appended) {
            hasArchived = true;
        }
        return appended;
    }

    /** How many entries are in the journal. */
    long waiting() {
        return journal.length(partition);
    }

    /** Archives all that is in the journal. */
    void archiveAll() {
        while (archiveNext()) {
            // One batch after the other.
        }
    }

    /** Archives what is in the journal and hands all that is archived to the audit. */
    void finish() {
        archiveAll();
        feed.finish();
    }
}
