package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.scylla.AuditPosition;
import com.luckyfunatic.storage.scylla.ScyllaDatabase;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The audit trail as an outsider reads it, past every proxy, with patience for a database that is
 * only just back. Thread-safe.
 */
final class Books implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** In which an hour ahead is still surely after everything. */
    private static final long HOUR_MILLIS = 3_600_000;

    private final ScyllaDatabase database;

    private Books(ScyllaDatabase database) {
        this.database = database;
    }

    /** Connects, and makes the keyspace when there is none. */
    static Books open(InetSocketAddress node, String keyspace) {
        return new Books(
                ScyllaDatabase.open(
                        ScyllaSettings.at(List.of(node), CassandraServer.DATA_CENTER, keyspace)
                                .creatingKeyspace(1)
                                .with(Duration.ofSeconds(10), 64)));
    }

    /**
     * Waits until the audit has every change of {@code player} up to the sequence {@code upTo}, but
     * not for ever; returns the changes after {@code after}, oldest first. A node that was killed
     * may have forgotten some that it gets again, after later ones.
     *
     * @param giveUpAtNanos when to return what there is, as {@link System#nanoTime}
     */
    List<StateChange> changes(PlayerId player, long after, long upTo, long giveUpAtNanos) {
        while (true) {
            boolean isLast = System.nanoTime() >= giveUpAtNanos;
            if (isLast || hasReached(player, upTo)) {
                List<StateChange> found = read(player, after);
                if (isLast || isComplete(found, after)) {
                    return found;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isComplete(List<StateChange> found, long after) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).sequence() != after + 1 + i) {
                return false;
            }
        }
        return true;
    }

    private List<StateChange> read(PlayerId player, long after) {
        List<StateChange> found = new ArrayList<>();
        long before = Long.MAX_VALUE;
        boolean hasMore = true;
        while (hasMore) {
            long from = before;
            Page<StateChange> page =
                    patiently(() -> database.audit().changes(player, from, Page.LIMIT_MAX));
            for (StateChange change : page.items()) {
                if (change.sequence() > after) {
                    found.add(change);
                }
                before = change.sequence();
            }
            hasMore = page.hasMore() && before > after + 1;
        }
        return found.reversed();
    }

    private boolean hasReached(PlayerId player, long sequence) {
        if (sequence == 0) {
            return true;
        }
        Page<StateChange> last =
                patiently(() -> database.audit().changes(player, Long.MAX_VALUE, 1));
        return !last.items().isEmpty() && last.items().getFirst().sequence() >= sequence;
    }

    /**
     * Returns the sequence of every change that the audit has of {@code player}, also of those that
     * are no part of the history because another has taken their sequence; latest first.
     *
     * @param expected what to wait for
     * @param giveUpAtNanos when to return what there is
     */
    List<Long> allSequences(PlayerId player, List<Long> expected, long giveUpAtNanos) {
        while (true) {
            boolean isLast = System.nanoTime() >= giveUpAtNanos;
            List<Long> found = allSequences(player);
            if (isLast || found.equals(expected)) {
                return found;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private List<Long> allSequences(PlayerId player) {
        List<Long> sequences = new ArrayList<>();
        long end = System.currentTimeMillis() + HOUR_MILLIS;
        AuditPosition before = AuditPosition.LATEST;
        boolean hasMore = true;
        while (hasMore) {
            AuditPosition position = before;
            Page<StateChange> page =
                    patiently(() ->
                            database.audit().changes(player, 0, end, position, Page.LIMIT_MAX));
            for (StateChange change : page.items()) {
                sequences.add(change.sequence());
                before = AuditPosition.of(change);
            }
            hasMore = page.hasMore();
        }
        return sequences;
    }

    private static <T> T patiently(Supplier<T> question) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return question.get();
            } catch (StorageUnavailableException e) {
                if (System.nanoTime() > giveUpAt) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
