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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the audit is with what the archive has of one partition.
 *
 * <p>The audit acknowledges what a node may still forget when it dies. So a batch counts as audited
 * only when that long has passed since it was appended, without any node going or coming; until
 * then it is appended again after each of these, and whenever another process takes over. What is
 * remembered here is only which batches are waiting for that: all else is in the archive. For one
 * thread at a time, but for {@link #archived}.
 */
final class AuditFeed {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFeed.class);

    /** How many batches may wait for their confirmation; then others wait for their appending. */
    private static final int WAITING_MAX = 2_000;

    /** How often to look for batches that others have archived. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final int partition;
    private final ChangeArchive archive;
    private final AuditTrail audit;
    private final PoisonEntries poison;
    private final StorageWork work;
    private final InstantSource clock;

    /** How often a node of the audit has gone or come. */
    private final LongSupplier nodeChanges;

    private final Duration syncPeriod;

    /** The batches that were appended and not confirmed, with the moment of it, in its order. */
    private final Map<Long, Long> appended = new LinkedHashMap<>();

    private volatile boolean hasArchived;
    private long knownNodeChanges;
    private long position;
    private long lookedAtNanos = System.nanoTime() - LOOK_EVERY.toNanos();
    private long lookedBackAtNanos = System.nanoTime();

    AuditFeed(
            int partition,
            ChangeArchive archive,
            AuditTrail audit,
            LongSupplier nodeChanges,
            Duration syncPeriod,
            PoisonEntries poison,
            StorageWork work,
            InstantSource clock) {
        this.partition = partition;
        this.archive = archive;
        this.audit = audit;
        this.nodeChanges = nodeChanges;
        this.syncPeriod = syncPeriod;
        this.poison = poison;
        this.work = work;
        this.clock = clock;
        knownNodeChanges = nodeChanges.getAsLong();
    }

    int partition() {
        return partition;
    }

    /** The id of the batch behind which there may be more. */
    long position() {
        return position;
    }

    /** Learns that this process has archived something. Thread-safe. */
    void archived() {
        hasArchived = true;
    }

    /** Returns whether to look for batches now, and counts as a look. */
    boolean isDue() {
        beginAgainAfterNodeChange();
        if (appended.size() >= WAITING_MAX
                || (!hasArchived && !hasPassed(LOOK_EVERY, lookedAtNanos))) {
            return false;
        }
        hasArchived = false; // before looking: what is archived meanwhile sets it again
        return true;
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

    /** Batches on their way into the audit. */
    final class Appending {
        private final List<ArchivedBatch> batches = new ArrayList<>();
        private final boolean isMore;
        private final List<AuditEntry> entries = new ArrayList<>();
        private final CompletableFuture<@Nullable Void> stored;

        private Appending(List<ChangeArchive.Packed> packed, boolean isMore) {
            this.isMore = isMore;
            for (ChangeArchive.Packed each : packed) {
                ArchivedBatch batch = each.unpack();
                batches.add(batch);
                if (!appended.containsKey(batch.id())) {
                    entries.addAll(Batches.auditBatch(batch).entries());
                }
            }
            if (!entries.isEmpty()) {
                work.foundForAudit(partition, made().getMin());
            }
            stored =
                    entries.isEmpty()
                            ? CompletableFuture.completedFuture(null)
                            : audit.append(entries);
        }

        private LongSummaryStatistics made() {
            return entries.stream().mapToLong(AuditEntry::atMillis).summaryStatistics();
        }

        /**
         * Waits until the audit has them.
         *
         * @return whether there may be more
         * @throws StorageUnavailableException when the audit is away; then they are to be appended
         *     again
         */
        boolean await() {
            awaitStored();
            tell();
            long now = System.nanoTime();
            for (ArchivedBatch batch : batches) {
                appended.putIfAbsent(batch.id(), now);
                position = batch.id();
            }
            if (isMore) {
                hasArchived = true;
            } else {
                lookedAtNanos = now;
            }
            work.unconfirmed(partition, appended.size());
            return isMore;
        }

        private void awaitStored() {
            try {
                stored.join();
            } catch (CompletionException e) {
                switch (e.getCause()) {
                    case PoisonEntriesException refusal ->
                            poison.refusedByAudit(partition, refusal);
                    case StorageUnavailableException away -> throw away;
                    case null, default -> throw e;
                }
            }
        }

        private void tell() {
            if (!entries.isEmpty()) {
                long now = clock.millis();
                work.audited(partition, entries.size(), made().getMin(), now);
                work.tellAudited(entries, now);
            }
            if (!isMore) {
                work.nothingForAudit(partition);
            } else if (!entries.isEmpty()) {
                // The next one is not older than the last of these, give or take a moment.
                work.foundForAudit(partition, made().getMax());
            }
        }
    }

    /**
     * Sends {@code batches}, which may be none.
     *
     * @param isMore whether there are more behind them
     */
    Appending append(List<ChangeArchive.Packed> batches, boolean isMore) {
        return new Appending(batches, isMore);
    }

    /** Returns the batches that no node can forget any more: also not one that has just gone. */
    List<Long> safe() {
        beginAgainAfterNodeChange();
        List<Long> safe = new ArrayList<>();
        for (Map.Entry<Long, Long> each : appended.entrySet()) {
            if (!hasPassed(syncPeriod, each.getValue())) {
                break;
            }
            safe.add(each.getKey());
        }
        return safe;
    }

    /** Learns that batches count as audited. */
    void confirmed(List<Long> safe) {
        safe.forEach(appended::remove);
        work.unconfirmed(partition, appended.size());
    }

    /**
     * Goes back now and then to a batch that appeared before the present position: the transaction
     * that wrote it took its number early and was committed late.
     */
    void lookBack() {
        if (hasPassed(syncPeriod, lookedBackAtNanos)) {
            lookedBackAtNanos = System.nanoTime();
            for (long id : archive.unconfirmedTo(partition, position)) {
                if (!appended.containsKey(id)) {
                    position = id - 1;
                    hasArchived = true;
                    return;
                }
            }
        }
    }

    /** Has {@link #isDue} and {@link #lookBack} look at once. */
    void hurry() {
        hasArchived = true;
        lookedBackAtNanos = System.nanoTime() - syncPeriod.toNanos();
    }

    private static boolean hasPassed(Duration duration, long sinceNanos) {
        return System.nanoTime() - sinceNanos >= duration.toNanos();
    }
}
