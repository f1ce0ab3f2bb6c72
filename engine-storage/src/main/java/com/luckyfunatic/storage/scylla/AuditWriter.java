package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.luckyfunatic.storage.codec.ChangeDocument;
import com.luckyfunatic.storage.codec.GameCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores entries, what they tell, and their days. Thread-safe. */
final class AuditWriter {
    private static final Logger LOG = LoggerFactory.getLogger(AuditWriter.class);

    /** Far above any change, far below what the database takes in one row. */
    private static final int DOCUMENT_LENGTH_MAX = 1 << 20;

    private final Requests requests;
    private final AuditTables tables;
    private final PlayerDays index;
    private final KnownDays known;
    private final GameCodec codec;
    private final Semaphore permits;
    private final Duration patience;
    private final ScyllaSettings.Retention retention;

    AuditWriter(
            Requests requests,
            AuditTables tables,
            PlayerDays index,
            KnownDays known,
            GameCodec codec,
            ScyllaSettings settings) {
        this.requests = requests;
        this.tables = tables;
        this.index = index;
        this.known = known;
        this.codec = codec;
        permits = new Semaphore(settings.inFlight());
        patience = settings.requestTimeout();
        retention = settings.retention();
    }

    CompletableFuture<@Nullable Void> append(List<AuditEntry> entries) {
        List<AuditEntry> poison = new ArrayList<>();
        RuntimeException poisonCause = null;
        Map<PlayerDay, DayRows> days = new LinkedHashMap<>();
        for (AuditEntry entry : entries) {
            try {
                add(entry, days);
            } catch (RuntimeException e) {
                // Understanding an entry is a function of the entry, so it would fail again.
                poison.add(entry);
                poisonCause = poisonCause == null ? e : poisonCause;
            }
        }
        CompletableFuture<@Nullable Void> stored = send(days);
        if (poisonCause == null) {
            return stored;
        }
        PoisonEntriesException poisoned = new PoisonEntriesException(poison, poisonCause);
        return stored.thenCompose(_ -> CompletableFuture.failedFuture(poisoned));
    }

    /** Adds what {@code entry} tells, all or nothing of it. */
    private void add(AuditEntry entry, Map<PlayerDay, DayRows> days) {
        List<AuditRow> rows = rows(entry);
        List<BoundStatement> inserts = rows.stream().map(tables::insert).toList();
        for (int i = 0; i < rows.size(); i++) {
            days.computeIfAbsent(PlayerDay.of(rows.get(i)), _ -> new DayRows())
                    .add(entry.sequence(), inserts.get(i), entry.document().length());
        }
    }

    /**
     * Returns the manifest of what {@code entries} store, and the time of the latest of them; what
     * cannot be understood stores nothing.
     */
    Listing list(List<AuditEntry> entries) {
        List<Manifest.Line> lines = new ArrayList<>();
        long latest = 0;
        for (AuditEntry entry : entries) {
            try {
                lines.addAll(lines(entry));
                latest = Math.max(latest, entry.atMillis());
            } catch (RuntimeException e) {
                LOG.debug("an entry that the audit has put aside is in no manifest", e);
            }
        }
        return new Listing(new Manifest(retention, lines), latest);
    }

    /** A manifest, and when its latest change was made. */
    record Listing(Manifest manifest, long latestMillis) {}

    private List<Manifest.Line> lines(AuditEntry entry) {
        List<Manifest.Line> lines = new ArrayList<>();
        for (AuditRow row : rows(entry)) {
            PlayerDay day = PlayerDay.of(row);
            long mark = RowMark.of(day.table(), tables.insert(row));
            lines.add(
                    new Manifest.Line(
                            day.table(), day.player(), day.day(), entry.sequence(), mark));
        }
        return lines;
    }

    private CompletableFuture<@Nullable Void> send(Map<PlayerDay, DayRows> days) {
        Appending appending = new Appending(requests, permits, patience);
        for (DayRows rows : days.values()) {
            rows.requests().forEach(request -> appending.send(request, () -> {}));
        }
        days.forEach((day, rows) -> sendDay(appending, day, rows.firstSequence()));
        return appending.allSent();
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
            appending.send(index.insert(day, first), () -> known.add(day, first));
        }
    }
}
