package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.storage.mysql.ChangeArchive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Feeds the audit with what the archive has of some partitions: what waits of all of them is looked
 * up and confirmed together, and on its way into the audit at the same time. Thread-safe.
 */
final class Auditing {
    /** With so many entries there is enough on the way. */
    private static final int ENTRIES = 4_000;

    /** No batch has more entries: neither those of the drain nor those that snapshots bring. */
    private static final int BATCH_MAX = 1_000;

    /** After an outage thousands may be confirmed at the same time: not all in one statement. */
    private static final int CONFIRMED_AT_ONCE = 1_000;

    /** How often batches are confirmed, in the time that they have to wait. */
    private static final int CONFIRMATIONS = 10;

    private final List<AuditFeed> feeds;
    private final ChangeArchive archive;
    private final DrainBuffer buffer;

    /** Confirming is a transaction, and can wait a little longer. */
    private final Duration confirmEvery;

    private long confirmedAtNanos = System.nanoTime();

    /** After a failure: what one partition has must not hold up all the others. */
    private boolean isOneByOne;

    /**
     * @param syncPeriod when the audit has for good what it has acknowledged
     */
    Auditing(
            List<AuditFeed> feeds, ChangeArchive archive, DrainBuffer buffer, Duration syncPeriod) {
        this.feeds = List.copyOf(feeds);
        this.archive = archive;
        this.buffer = buffer;
        confirmEvery = syncPeriod.dividedBy(CONFIRMATIONS);
    }

    /**
     * Appends the next batches.
     *
     * @return whether there may be more
     * @throws RuntimeException when something failed, after everything else that could be done;
     *     nothing is lost
     */
    synchronized boolean next() {
        feeds.forEach(AuditFeed::lookBack);
        if (System.nanoTime() - confirmedAtNanos >= confirmEvery.toNanos()) {
            confirm();
        }
        List<AuditFeed> due = feeds.stream().filter(AuditFeed::isDue).toList();
        Failures failures = new Failures();
        boolean isMore = false;
        if (isOneByOne) {
            for (AuditFeed feed : due) {
                isMore |= failures.test(() -> append(List.of(feed), failures));
            }
        } else if (!due.isEmpty()) {
            isMore = failures.test(() -> append(due, failures));
        }
        isOneByOne = !failures.isEmpty();
        failures.throwFirst();
        return isMore;
    }

    private boolean append(List<AuditFeed> due, Failures failures) {
        Map<Integer, Long> positions = new HashMap<>();
        due.forEach(feed -> positions.put(feed.partition(), feed.position()));
        try (DrainBuffer.Room _ = buffer.take(ENTRIES + BATCH_MAX)) {
            ChangeArchive.Waiting waiting = archive.unconfirmed(positions, ENTRIES);
            List<AuditFeed.Appending> sent = send(due, waiting, failures);
            boolean isMore = false;
            for (AuditFeed.Appending each : sent) {
                isMore |= failures.test(each::await);
            }
            return isMore;
        }
    }

    private static List<AuditFeed.Appending> send(
            List<AuditFeed> due, ChangeArchive.Waiting waiting, Failures failures) {
        List<AuditFeed.Appending> sent = new ArrayList<>();
        for (AuditFeed feed : due) {
            int partition = feed.partition();
            List<ChangeArchive.Packed> batches =
                    waiting.batches().getOrDefault(partition, List.of());
            boolean isMore = waiting.more().contains(partition);
            AuditFeed.Appending appending = failures.attempt(() -> feed.append(batches, isMore));
            if (appending != null) {
                sent.add(appending);
            }
        }
        return sent;
    }

    private void confirm() {
        confirmedAtNanos = System.nanoTime();
        Map<AuditFeed, List<Long>> safe = new LinkedHashMap<>();
        int batches = 0;
        for (AuditFeed feed : feeds) {
            List<Long> own = feed.safe();
            safe.put(feed, own);
            batches += own.size();
            if (batches >= CONFIRMED_AT_ONCE) {
                confirm(safe);
                safe.clear();
                batches = 0;
            }
        }
        confirm(safe);
    }

    private void confirm(Map<AuditFeed, List<Long>> safe) {
        archive.confirm(safe.values().stream().flatMap(List::stream).toList());
        safe.forEach(AuditFeed::confirmed);
    }

    /** Appends everything that there is, also what was archived out of turn. */
    synchronized void finish() {
        feeds.forEach(AuditFeed::hurry);
        while (next()) {
            // One after the other.
        }
        confirm();
    }
}
