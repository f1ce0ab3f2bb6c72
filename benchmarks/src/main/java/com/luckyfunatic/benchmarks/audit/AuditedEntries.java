package com.luckyfunatic.benchmarks.audit;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.distributed.StorageWork;
import com.luckyfunatic.storage.scylla.AuditEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What the audit has acknowledged, each change once: the storage hands it some twice, because
 * whoever writes a snapshot brings along what is not archived yet. Thread-safe.
 */
final class AuditedEntries implements StorageWork.Listener {
    private static final int DIGITS = 3;

    private final Map<PlayerId, BitSet> sequences = new HashMap<>();
    private final Histogram lags = new Histogram(DIGITS);
    private List<AuditEntry> collected = new ArrayList<>();
    private long total;
    private boolean isCollecting;
    private long measuredFromMillis = Long.MAX_VALUE;

    @Override
    public synchronized void audited(List<AuditEntry> entries, long nowMillis) {
        for (AuditEntry entry : entries) {
            if (isFirst(entry)) {
                total++;
                if (isCollecting) {
                    collected.add(entry);
                }
                if (entry.atMillis() >= measuredFromMillis) {
                    lags.recordValue(Math.max(0, nowMillis - entry.atMillis()));
                }
            }
        }
        notifyAll();
    }

    private boolean isFirst(AuditEntry entry) {
        BitSet present = sequences.computeIfAbsent(entry.player(), _ -> new BitSet());
        int sequence = Math.toIntExact(entry.sequence());
        if (present.get(sequence)) {
            return false;
        }
        present.set(sequence);
        return true;
    }

    /** How many different changes there are. */
    synchronized long total() {
        return total;
    }

    /** Waits until there are {@code wanted} different changes. */
    synchronized void await(long wanted, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (total < wanted) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException(
                        "%d of %d changes are in the audit".formatted(total, wanted));
            }
            wait(left);
        }
        if (total > wanted) {
            throw new IllegalStateException(
                    "%d changes are in the audit instead of %d".formatted(total, wanted));
        }
    }

    /** Keeps what comes from now on. */
    synchronized void collect() {
        isCollecting = true;
    }

    /** Returns what was kept, and keeps nothing more. */
    synchronized List<AuditEntry> collected() {
        List<AuditEntry> result = collected;
        collected = new ArrayList<>();
        isCollecting = false;
        return result;
    }

    /** Measures how long those take that were made from {@code millis} on. */
    synchronized void measureFrom(long millis) {
        measuredFromMillis = millis;
    }

    /** Returns how long they took, milliseconds. */
    synchronized Histogram lags() {
        return lags.copy();
    }
}
