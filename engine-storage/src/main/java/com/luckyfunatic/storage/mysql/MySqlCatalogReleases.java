package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.Page;
import java.util.List;
import java.util.Optional;

/**
 * The tables {@code catalog_release} and {@code catalog_document}. Every transaction may be done
 * twice. Thread-safe.
 */
final class MySqlCatalogReleases implements CatalogReleases {
    private final Transactions transactions;
    private final CatalogReleaseRepository rows;

    MySqlCatalogReleases(Transactions transactions, CatalogReleaseRepository rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public CatalogRelease publish(CatalogRelease draft, String document) {
        Optional<CatalogReleaseRow> published =
                transactions.run(_ -> {
                    Optional<CatalogReleaseRow> before = rows.findByOperation(draft.operation());
                    if (before.isEmpty()) {
                        rows.insertDocumentIfAbsent(draft.version(), document);
                    }
                    String known = rows.document(draft.version()).orElse(document);
                    if (!known.equals(document)) {
                        return Optional.empty();
                    }
                    if (before.isEmpty()) {
                        rows.insertIfAbsent(CatalogReleaseRow.of(draft));
                    }
                    return rows.findByOperation(draft.operation());
                });
        return published
                .map(CatalogReleaseRow::toRelease)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "version " + draft.version() + " is known with other content"));
    }

    @Override
    public Optional<CatalogRelease> find(long number) {
        return transactions.run(_ -> found(number));
    }

    private Optional<CatalogRelease> found(long number) {
        return rows.findByNumber(number).map(CatalogReleaseRow::toRelease);
    }

    @Override
    public Optional<CatalogRelease> published(String operation) {
        return transactions.run(
                _ -> rows.findByOperation(operation).map(CatalogReleaseRow::toRelease));
    }

    @Override
    public Optional<String> document(String version) {
        return transactions.run(_ -> rows.document(version));
    }

    @Override
    public List<CatalogRelease> inForce(long atMillis, int limit) {
        Page.requireLimit(limit);
        return transactions.run(_ -> releases(rows.inForce(atMillis, limit)));
    }

    @Override
    public Page<CatalogRelease> page(long beforeNumber, int limit) {
        Page.requireLimit(limit);
        return transactions.run(
                _ -> Page.ofOneMore(releases(rows.page(beforeNumber, limit + 1)), limit));
    }

    private static List<CatalogRelease> releases(List<CatalogReleaseRow> found) {
        return found.stream().map(CatalogReleaseRow::toRelease).toList();
    }

    @Override
    public Optional<CatalogRelease> cancel(long number, long nowMillis) {
        return transactions.run(_ -> {
            rows.cancel(number, nowMillis);
            return found(number);
        });
    }
}
