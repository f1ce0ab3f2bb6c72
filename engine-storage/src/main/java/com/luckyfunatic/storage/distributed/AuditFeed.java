package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.mysql.ArchivedBatch;
import com.luckyfunatic.storage.mysql.ChangeArchive;
import com.luckyfunatic.storage.scylla.AuditEntry;
import com.luckyfunatic.storage.scylla.AuditTrail;
import com.luckyfunatic.storage.scylla.PoisonEntriesException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the audit with what the archive has of one partition.
 *
 * <p>The audit acknowledges what a node may still forget when it dies. So a batch counts as audited
 * only when that long has passed since it was appended, without any node going or coming; until
 * then it is appended again after each of these, and whenever another process takes over. What is
 * remembered here is only which batches are waiting for that: all else is in the archive.
 * Thread-safe.
 */
final class AuditFeed {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFeed.class);
    private static final int BATCHES_AT_ONCE = 4;

    /** No batch has more entries: neither those of the drain nor those that snapshots bring. */
    private static final int ENTRIES_MAX = 1_000;

    /** How many batches may wait for their confirmation; then others wait for their appending. */
    private static final int WAITING_MAX = 2_000;

    /** How often to look for batches that others have archived. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** How often batches are confirmed, in the time that they have to wait. */
    private static final int CONFIRMATIONS = 10;

    private final int partition;
    private final ChangeArchive archive;
    private final AuditTrail audit;
    private final PoisonEntries poison;
    private final DrainBuffer buffer;
    private final StorageWork work;
    private final InstantSource clock;

    /** How often a node of the audit has gone or come. */
    private final LongSupplier nodeChanges;

    private final Duration syncPeriod;

    /** Confirming is a transaction, and can wait a little longer. */
    private final Duration confirmEvery;

    /** The batches that were appended and not confirmed, with the moment of it, in its order. */
    private final Map<Long, Long> appended = new LinkedHashMap<>();

    private long knownNodeChanges;
    private long position;
    private long lookedAtNanos = System.nanoTime() - LOOK_EVERY.toNanos();
    private long lookedBackAtNanos = System.nanoTime();
    private long confirmedAtNanos = System.nanoTime();

    AuditFeed(
            int partition,
            ChangeArchive archive,
            AuditTrail audit,
            LongSupplier nodeChanges,
            Duration syncPeriod,
            PoisonEntries poison,
            DrainBuffer buffer,
            StorageWork work,
            InstantSource clock) {
        this.partition = partition;
        this.archive = archive;
        this.audit = audit;
        this.nodeChanges = nodeChanges;
        this.syncPeriod = syncPeriod;
        confirmEvery = syncPeriod.dividedBy(CONFIRMATIONS);
        this.poison = poison;
        this.buffer = buffer;
        this.work = work;
        this.clock = clock;
        knownNodeChanges = nodeChanges.getAsLong();
    }

    /** Returns whether it is time to look for batches that others have archived. */
    synchronized boolean isDue() {
        return hasPassed(LOOK_EVERY, lookedAtNanos);
    }

    /**
     * Appends the next batches.
     *
     * @return whether there may be more
     * @throws StorageUnavailableException when the audit is away
     */
    synchronized boolean next() {
        beginAgainAfterNodeChange();
        confirm();
        lookBack();
        boolean isMore = appended.size() < WAITING_MAX && appendNext();
        if (!isMore) {
            lookedAtNanos = System.nanoTime();
        }
        work.unconfirmed(partition, appended.size());
        return isMore;
    }

    private boolean appendNext() {
        try (DrainBuffer.Room _ = buffer.take(BATCHES_AT_ONCE * ENTRIES_MAX)) {
            List<ArchivedBatch> next = archive.unconfirmed(partition, position, BATCHES_AT_ONCE);
            List<AuditEntry> entries = new ArrayList<>();
            for (ArchivedBatch batch : next) {
                if (!appended.containsKey(batch.id())) {
                    entries.addAll(Batches.auditBatch(batch).entries());
                }
            }
            boolean isMore = next.size() == BATCHES_AT_ONCE;
            appendTimed(entries, !isMore);
            long now = System.nanoTime();
            for (ArchivedBatch batch : next) {
                appended.putIfAbsent(batch.id(), now);
                position = batch.id();
            }
            return isMore;
        }
    }

    /**
     * @param isAll whether no more entries wait
     */
    private void appendTimed(List<AuditEntry> entries, boolean isAll) {
        LongSummaryStatistics made =
                entries.stream().mapToLong(AuditEntry::atMillis).summaryStatistics();
        if (!entries.isEmpty()) {
            work.foundForAudit(partition, made.getMin());
            append(entries);
            long now = clock.millis();
            work.audited(partition, entries.size(), made.getMin(), now);
            work.tellAudited(entries, now);
        }
        if (isAll) {
            work.nothingForAudit(partition);
        } else if (!entries.isEmpty()) {
            // The next one is not older than the last of these, give or take a moment.
            work.foundForAudit(partition, made.getMax());
        }
    }

    /** Appends everything that there is, also what was archived out of turn. */
    synchronized void finish() {
        lookedBackAtNanos = System.nanoTime() - syncPeriod.toNanos();
        while (next()) {
            // One after the other.
        }
        confirmWhatIsSafe();
        work.unconfirmed(partition, appended.size());
    }

    private void beginAgainAfterNodeChange() {
        long present = nodeChanges.getAsLong();
        if (present != knownNodeChanges) {
            knownNodeChanges = present;
            if (!appended.isEmpty()) {
                LOG.info(
                        "a node of the audit went or came: {} batches of partition {} are appended"
                                + " again",
                        appended.size(),
                        partition);
            }
            appended.clear();
            position = 0;
        }
    }

    private void confirm() {
        if (hasPassed(confirmEvery, confirmedAtNanos)) {
            confirmWhatIsSafe();
        }
    }

    private void confirmWhatIsSafe() {
        confirmedAtNanos = System.nanoTime();
        List<Long> safe = new ArrayList<>();
        for (Map.Entry<Long, Long> each : appended.entrySet()) {
            if (!hasPassed(syncPeriod, each.getValue())) {
                break;
            }
            safe.add(each.getKey());
        }
        archive.confirm(safe);
        safe.forEach(appended::remove);
    }

    /**
     * Goes back to a batch that appeared before the present position: the transaction that wrote it
     * took its number early and was committed late.
     */
    private void lookBack() {
        if (hasPassed(syncPeriod, lookedBackAtNanos)) {
            lookedBackAtNanos = System.nanoTime();
            for (long id : archive.unconfirmedTo(partition, position)) {
                if (!appended.containsKey(id)) {
                    position = id - 1;
                    return;
                }
            }
        }
    }

    private static boolean hasPassed(Duration duration, long sinceNanos) {
        return System.nanoTime() - sinceNanos >= duration.toNanos();
    }

    private void append(List<AuditEntry> entries) {
        try {
            audit.append(entries).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case PoisonEntriesException refusal -> poison.refusedByAudit(partition, refusal);
                case StorageUnavailableException away -> throw away;
                case null, default -> throw e;
            }
        }
    }
}
