package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.luckyfunatic.storage.codec.ChangeDocument;
import com.luckyfunatic.storage.codec.GameCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Stores entries, what they tell, and their days. Thread-safe. */
final class AuditWriter {
    /** Far above any change, far below what the database takes in one row. */
    private static final int DOCUMENT_LENGTH_MAX = 1 << 20;

    private final Requests requests;
    private final AuditTables tables;
    private final PlayerDays days;
    private final KnownDays known;
    private final GameCodec codec;
    private final Semaphore permits;
    private final Duration patience;

    AuditWriter(
            Requests requests,
            AuditTables tables,
            PlayerDays days,
            KnownDays known,
            GameCodec codec,
            ScyllaSettings settings) {
        this.requests = requests;
        this.tables = tables;
        this.days = days;
        this.known = known;
        this.codec = codec;
        permits = new Semaphore(settings.inFlight());
        patience = settings.requestTimeout();
    }

    CompletableFuture<@Nullable Void> append(List<AuditEntry> entries) {
        List<AuditEntry> poison = new ArrayList<>();
        RuntimeException poisonCause = null;
        Map<PlayerDay, Long> firsts = new HashMap<>();
        Appending appending = new Appending(requests, permits, patience);
        for (AuditEntry entry : entries) {
            List<AuditRow> rows;
            List<BoundStatement> statements;
            try {
                rows = rows(entry);
                statements = rows.stream().map(tables::insert).toList();
            } catch (RuntimeException e) {
                // Understanding an entry is a function of the entry, so it would fail again.
                poison.add(entry);
                poisonCause = poisonCause == null ? e : poisonCause;
                continue;
            }
            statements.forEach(statement -> appending.send(statement, () -> {}));
            rows.forEach(row -> firsts.merge(PlayerDay.of(row), entry.sequence(), Math::min));
        }
        firsts.forEach((day, first) -> sendDay(appending, day, first));
        CompletableFuture<@Nullable Void> stored = appending.allSent();
        if (poisonCause == null) {
            return stored;
        }
        PoisonEntriesException poisoned = new PoisonEntriesException(poison, poisonCause);
        return stored.thenCompose(_ -> CompletableFuture.failedFuture(poisoned));
    }

    private List<AuditRow> rows(AuditEntry entry) {
        if (entry.document().length() > DOCUMENT_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "a change of %d characters".formatted(entry.document().length()));
        }
        ChangeDocument document = codec.readChange(entry.document());
        List<AuditRow> rows = new ArrayList<>();
        rows.add(entry);
        rows.addAll(
                AuditFacts.of(
                        document.toChange(
                                entry.changeId(),
                                entry.player(),
                                entry.sequence(),
                                entry.atMillis())));
        return rows;
    }

    private void sendDay(Appending appending, PlayerDay day, long first) {
        if (!known.cover(day, first)) {
            appending.send(days.insert(day, first), () -> known.add(day, first));
        }
    }
}
