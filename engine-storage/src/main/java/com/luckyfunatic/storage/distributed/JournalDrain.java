package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.storage.mysql.ArchiveBatch;
import com.luckyfunatic.storage.redis.RedisJournal;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the journal of one partition away: each entry into the archive, then out of Redis. So what
 * is in the journal is what is not archived.
 *
 * <p>Whatever is done twice, after a crash or by two drains at once, has no second effect, so the
 * drain keeps no position anywhere: what is still in the journal is to be done. For one thread at a
 * time.
 */
final class JournalDrain {
    /** How many entries are read at once. */
    static final int BATCH_MAX = 500;

    private static final Logger LOG = LoggerFactory.getLogger(JournalDrain.class);

    private final int partition;
    private final RedisJournal journal;
    private final Batches batches;
    private final AuditFeed feed;
    private final StorageWork work;
    private final InstantSource clock;

    private long generation;

    JournalDrain(
            int partition,
            long generation,
            RedisJournal journal,
            Batches batches,
            AuditFeed feed,
            StorageWork work,
            InstantSource clock) {
        this.partition = partition;
        this.generation = generation;
        this.journal = journal;
        this.batches = batches;
        this.feed = feed;
        this.work = work;
        this.clock = clock;
    }

    /** Entries that were read, and what to archive of them. */
    record Taken(JournalDrain drain, List<RedisJournal.Named> read, ArchiveBatch batch) {
        /** Whether the journal may have more. */
        boolean isFull() {
            return read.size() == BATCH_MAX;
        }
    }

    /**
     * Asks for the next entries, which stay in Redis, and goes on. The result waits for them; it is
     * null when there are none.
     */
    Supplier<@Nullable Taken> next() {
        Supplier<List<RedisJournal.Named>> asked = journal.askFirst(partition, BATCH_MAX);
        return () -> {
            List<RedisJournal.Named> read = asked.get();
            work.found(partition, read.isEmpty() ? 0 : read.getFirst().madeAtMillis());
            return read.isEmpty() ? null : taken(read);
        };
    }

    private Taken taken(List<RedisJournal.Named> read) {
        return new Taken(this, read, batches.of(partition, generation, read));
    }

    /** Learns that entries are archived. */
    void archived(Taken taken) {
        List<RedisJournal.Named> read = taken.read();
        feed.archived();
        work.archived(partition, read.size(), read.getFirst().madeAtMillis(), clock.millis());
    }

    /**
     * Has entries that are archived taken out of Redis, and goes on.
     *
     * @return waits for it, and tells whether it is done; otherwise the journal is to be read again
     */
    BooleanSupplier remove(Taken taken) {
        BooleanSupplier asked =
                journal.askToTrim(partition, generation, taken.read().getLast().name());
        return () -> {
            boolean isDone = asked.getAsBoolean();
            if (!isDone) {
                readAgain();
            }
            return isDone;
        };
    }

    /** Redis may have lost some of what was read: only what is still there counts. */
    void readAgain() {
        long present = journal.generation(partition);
        LOG.info(
                "partition {} has generation {} now: its journal is read again",
                partition,
                present);
        generation = present;
        work.forget(partition);
    }

    /** What the audit is fed by with what was archived here. */
    AuditFeed feed() {
        return feed;
    }

    /** How many entries are in the journal. */
    long waiting() {
        return journal.length(partition);
    }
}
