package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.storage.scylla.AuditEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the background work of this process has done since its start, and what waits in the
 * partitions that it works on. It is counted here and read by metrics and the log. Thread-safe.
 */
public final class StorageWork {
    private final LongAdder archived = new LongAdder();
    private final LongAdder audited = new LongAdder();
    private final LongAdder quarantined = new LongAdder();
    private final LongAdder snapshots = new LongAdder();
    private final LongAdder staleFlushes = new LongAdder();
    private final LongAdder evicted = new LongAdder();
    private final LongAdder stockSettled = new LongAdder();
    private final LongAdder hydrations = new LongAdder();
    private final LongAdder replayed = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final Map<String, LongAdder> leases = new ConcurrentHashMap<>();

    /** When the oldest entry was made that is not archived, 0 for none, by partition. */
    private final AtomicLongArray notArchivedSince;

    /** When the oldest entry was made that the audit was not handed, 0 for none, by partition. */
    private final AtomicLongArray notAuditedSince;

    private final AtomicLongArray waiting;
    private final AtomicLongArray unconfirmed;
    private final DrainBuffer buffer;

    private volatile Listener listener = new Listener() {};

    /** Returns the work of nobody: for who wants to show what would be shown. */
    public static StorageWork none() {
        return new StorageWork(0, new DrainBuffer(DrainBuffer.SIZE));
    }

    StorageWork(int partitions, DrainBuffer buffer) {
        notArchivedSince = new AtomicLongArray(partitions);
        notAuditedSince = new AtomicLongArray(partitions);
        waiting = new AtomicLongArray(partitions);
        unconfirmed = new AtomicLongArray(partitions);
        this.buffer = buffer;
    }

    /** Is told what cannot be counted: how long entries took. Quick and thread-safe. */
    public interface Listener {
        /** The oldest of a batch of entries was archived so long after it was made. */
        default void archivedAfter(long millis) {}

        /** The oldest of a batch of entries was audited so long after it was made. */
        default void auditedAfter(long millis) {}

        /** The audit has acknowledged {@code entries}; some are acknowledged several times. */
        default void audited(List<AuditEntry> entries, long nowMillis) {}
    }

    /** Tells {@code newListener} from now on, and nobody else. */
    public void listen(Listener newListener) {
        listener = newListener;
    }

    /** Entries of the journals that were archived and taken out of Redis. */
    public long archived() {
        return archived.sum();
    }

    /**
     * Archived entries that the audit was handed; those that were handed again, after an outage or
     * because they were archived twice, count again.
     */
    public long audited() {
        return audited.sum();
    }

    /** Entries that were put aside because they cannot be understood. */
    public long quarantined() {
        return quarantined.sum();
    }

    /** Snapshots written. */
    public long snapshots() {
        return snapshots.sum();
    }

    /** Snapshots not written because a later one was stored already. */
    public long staleFlushes() {
        return staleFlushes.sum();
    }

    /** Idle players removed from Redis. */
    public long evicted() {
        return evicted.sum();
    }

    /** Interrupted purchases from stock that were settled. */
    public long stockSettled() {
        return stockSettled.sum();
    }

    /** Players loaded into Redis. */
    public long hydrations() {
        return hydrations.sum();
    }

    /** Archived changes that were replayed while players were loaded. */
    public long replayed() {
        return replayed.sum();
    }

    /** Attempts of a job that failed and were made again. */
    public long failures() {
        return failures.sum();
    }

    /** Entries in the journals of the partitions that this process drains, as of the last count. */
    public long waiting() {
        return sum(waiting);
    }

    /** Entries in the longest of these journals. */
    public long longestJournal() {
        long longest = 0;
        for (int partition = 0; partition < waiting.length(); partition++) {
            longest = Math.max(longest, waiting.get(partition));
        }
        return longest;
    }

    /** Batches that the audit was handed, and may forget until its log is forced. */
    public long unconfirmed() {
        return sum(unconfirmed);
    }

    private static long sum(AtomicLongArray values) {
        long sum = 0;
        for (int partition = 0; partition < values.length(); partition++) {
            sum += values.get(partition);
        }
        return sum;
    }

    /** Entries that there is room taken for in memory. */
    public long buffered() {
        return buffer.held();
    }

    /** How old the oldest entry is that is not archived, of those that this process drains. */
    public long archiveLagMillis(long nowMillis) {
        return age(notArchivedSince, nowMillis);
    }

    /** How old the oldest entry is that the audit was not handed, of those. */
    public long auditLagMillis(long nowMillis) {
        return Math.max(age(notAuditedSince, nowMillis), age(notArchivedSince, nowMillis));
    }

    private static long age(AtomicLongArray since, long nowMillis) {
        long oldest = Long.MAX_VALUE;
        for (int partition = 0; partition < since.length(); partition++) {
            long made = since.get(partition);
            oldest = made == 0 ? oldest : Math.min(oldest, made);
        }
        return oldest == Long.MAX_VALUE ? 0 : Math.max(0, nowMillis - oldest);
    }

    /** How many shares of {@code job} this process has the lease of. */
    public long leases(String job) {
        LongAdder held = leases.get(job);
        return held == null ? 0 : held.sum();
    }

    /** The oldest entry of {@code partition} that is to be archived was made then; 0 for none. */
    void found(int partition, long madeAtMillis) {
        notArchivedSince.set(partition, madeAtMillis);
    }

    /** So many entries of {@code partition}, the first made then, are archived now. */
    void archived(int partition, int entries, long fromMillis, long nowMillis) {
        archived.add(entries);
        notArchivedSince.set(partition, 0);
        notAuditedSince.compareAndSet(partition, 0, fromMillis);
        listener.archivedAfter(Math.max(0, nowMillis - fromMillis));
    }

    /** The oldest entry of {@code partition} that the audit is to be handed was made then. */
    void foundForAudit(int partition, long madeAtMillis) {
        notAuditedSince.set(partition, madeAtMillis);
    }

    /** The audit was handed all that is archived of {@code partition}. */
    void nothingForAudit(int partition) {
        notAuditedSince.set(partition, 0);
    }

    /** So many entries of {@code partition}, the oldest made then, were handed to the audit. */
    void audited(int partition, int entries, long fromMillis, long nowMillis) {
        audited.add(entries);
        notAuditedSince.set(partition, 0);
        listener.auditedAfter(Math.max(0, nowMillis - fromMillis));
    }

    /** These were handed to the audit: what {@link #audited} has counted. */
    void tellAudited(List<AuditEntry> entries, long nowMillis) {
        listener.audited(entries, nowMillis);
    }

    /** So many batches of {@code partition} wait for being confirmed. */
    void unconfirmed(int partition, int batches) {
        unconfirmed.set(partition, batches);
    }

    /** So many entries wait in the journal of {@code partition}. */
    void waiting(int partition, long entries) {
        waiting.set(partition, entries);
    }

    /** Nothing is known of {@code partition} any more: it is read again, or by others. */
    void forget(int partition) {
        notArchivedSince.set(partition, 0);
        notAuditedSince.set(partition, 0);
        waiting.set(partition, 0);
        unconfirmed.set(partition, 0);
    }

    void quarantined(int entries) {
        quarantined.add(entries);
    }

    void flushed(int written, int stale) {
        snapshots.add(written);
        staleFlushes.add(stale);
    }

    void stockSettled(int purchases) {
        stockSettled.add(purchases);
    }

    void evicted(int players) {
        evicted.add(players);
    }

    void hydrated(int changesReplayed) {
        hydrations.increment();
        replayed.add(changesReplayed);
    }

    void failed() {
        failures.increment();
    }

    void leaseTaken(String job) {
        leases.computeIfAbsent(job, _ -> new LongAdder()).increment();
    }

    void leaseEnded(String job) {
        leases.computeIfAbsent(job, _ -> new LongAdder()).decrement();
    }
}
