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

/** Stores entries, what they tell, their days, and what was stored. Thread-safe. */
final class AuditWriter {
    /** Far above any change, far below what the database takes in one row. */
    private static final int DOCUMENT_LENGTH_MAX = 1 << 20;

    private final Requests requests;
    private final AuditTables tables;
    private final PlayerDays index;
    private final KnownDays known;
    private final AuditManifests manifests;
    private final GameCodec codec;
    private final Semaphore permits;
    private final Duration patience;

    AuditWriter(
            Requests requests,
            AuditTables tables,
            PlayerDays index,
            KnownDays known,
            AuditManifests manifests,
            GameCodec codec,
            ScyllaSettings settings) {
        this.requests = requests;
        this.tables = tables;
        this.index = index;
        this.known = known;
        this.manifests = manifests;
        this.codec = codec;
        permits = new Semaphore(settings.inFlight());
        patience = settings.requestTimeout();
    }

    CompletableFuture<@Nullable Void> append(List<AuditBatch> batches) {
        List<AuditEntry> poison = new ArrayList<>();
        RuntimeException poisonCause = null;
        Map<PlayerDay, DayRows> days = new LinkedHashMap<>();
        List<BoundStatement> listing = new ArrayList<>();
        for (AuditBatch batch : batches) {
            List<Manifest.Line> lines = new ArrayList<>();
            long latest = 0;
            for (AuditEntry entry : batch.entries()) {
                try {
                    add(entry, days, lines);
                    latest = Math.max(latest, entry.atMillis());
                } catch (RuntimeException e) {
                    // Understanding an entry is a function of the entry, so it would fail again.
                    poison.add(entry);
                    poisonCause = poisonCause == null ? e : poisonCause;
                }
            }
            if (!lines.isEmpty()) {
                Manifest manifest = new Manifest(manifests.retention(), lines);
                listing.addAll(manifests.inserts(batch.id(), latest, manifest));
            }
        }
        CompletableFuture<@Nullable Void> stored = send(days, listing);
        if (poisonCause == null) {
            return stored;
        }
        PoisonEntriesException poisoned = new PoisonEntriesException(poison, poisonCause);
        return stored.thenCompose(_ -> CompletableFuture.failedFuture(poisoned));
    }

    /** Adds what {@code entry} tells, all or nothing of it. */
    private void add(AuditEntry entry, Map<PlayerDay, DayRows> days, List<Manifest.Line> lines) {
        List<AuditRow> rows = rows(entry);
        List<BoundStatement> inserts = rows.stream().map(tables::insert).toList();
        for (int i = 0; i < rows.size(); i++) {
            PlayerDay day = PlayerDay.of(rows.get(i));
            days.computeIfAbsent(day, _ -> new DayRows())
                    .add(entry.sequence(), inserts.get(i), entry.document().length());
            lines.add(
                    new Manifest.Line(
                            day.table(),
                            day.player(),
                            day.day(),
                            entry.sequence(),
                            RowMark.of(day.table(), inserts.get(i))));
        }
    }

    private CompletableFuture<@Nullable Void> send(
            Map<PlayerDay, DayRows> days, List<BoundStatement> listing) {
        Appending appending = new Appending(requests, permits, patience);
        for (DayRows rows : days.values()) {
            rows.requests().forEach(request -> appending.send(request, () -> {}));
        }
        days.forEach((day, rows) -> sendDay(appending, day, rows.firstSequence()));
        listing.forEach(manifest -> appending.send(manifest, () -> {}));
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
