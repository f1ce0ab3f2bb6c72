package com.luckyfunatic.benchmarks.audit;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.luckyfunatic.storage.scylla.AuditEntry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The yardstick: the driver storing the same rows, and nothing else. For one thread. */
final class BareDriver implements AutoCloseable {
    private static final int SECONDS_TO_LIVE = 180 * 86_400;

    private final int inFlight;
    private final CqlSession session;
    private final PreparedStatement change;
    private final PreparedStatement item;

    BareDriver(InetSocketAddress node, String dataCenter, String keyspace, int inFlight) {
        this.inFlight = inFlight;
        session = BareSession.open(node, dataCenter, keyspace, Duration.ofSeconds(10));
        change =
                session.prepare(
                        "INSERT INTO state_change (player_id, day, sequence, change_id, at, epoch,"
                                + " format, document) VALUES (?, ?, ?, ?, ?, ?, 1, ?) USING TTL "
                                + SECONDS_TO_LIVE
                                + " AND TIMESTAMP ?");
        item =
                session.prepare(
                        "INSERT INTO item_transaction (player_id, day, sequence, change_id, event,"
                                + " at, item, delta, reason) VALUES (?, ?, ?, ?, 0, ?, ?, 1, ?)"
                                + " USING TTL "
                                + SECONDS_TO_LIVE
                                + " AND TIMESTAMP ?");
    }

    /** Stores the rows of {@link Changes} and returns when all are stored. */
    void store(List<AuditEntry> entries) {
        store(entries, entry -> Changes.hasItem(entry.changeId() - 1));
    }

    /**
     * Stores {@code entries}, which tell of nothing but themselves, and returns as soon as all are
     * stored.
     */
    void storeChanges(List<AuditEntry> entries) {
        store(entries, _ -> false);
    }

    private void store(List<AuditEntry> entries, Predicate<AuditEntry> hasItem) {
        Semaphore permits = new Semaphore(inFlight);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        for (AuditEntry entry : entries) {
            Instant at = Instant.ofEpochMilli(entry.atMillis());
            LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            send(
                    change.bind(
                            entry.player().value(),
                            day,
                            entry.sequence(),
                            entry.changeId(),
                            at,
                            entry.epoch(),
                            entry.document(),
                            entry.atMillis() * 1_000),
                    permits,
                    failure);
            if (hasItem.test(entry)) {
                send(
                        item.bind(
                                entry.player().value(),
                                day,
                                entry.sequence(),
                                entry.changeId(),
                                at,
                                Changes.ITEM.value(),
                                Changes.REASON,
                                entry.atMillis() * 1_000),
                        permits,
                        failure);
            }
        }
        permits.acquireUninterruptibly(inFlight);
        if (failure.get() != null) {
            throw new IllegalStateException("the bare driver failed", failure.get());
        }
    }

    private void send(
            BoundStatement statement,
            Semaphore permits,
            AtomicReference<@Nullable Throwable> failure) {
        permits.acquireUninterruptibly();
        session.executeAsync(statement)
                .whenComplete((_, error) -> {
                    failure.compareAndSet(null, error);
                    permits.release();
                });
    }

    @Override
    public void close() {
        session.close();
    }
}
