package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.catalog.ReleaseBasis;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.Page;
import java.util.List;
import java.util.Optional;

/**
 * The tables {@code catalog_release}, {@code catalog_document} and {@code catalog_draft}. Every
 * transaction may be done twice. Thread-safe.
 */
final class MySqlCatalogReleases implements CatalogReleases {
    private final Transactions transactions;
    private final CatalogReleaseRepository rows;

    MySqlCatalogReleases(Transactions transactions, CatalogReleaseRepository rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public Optional<CatalogRelease> publish(
            CatalogRelease draft, String document, ReleaseBasis seen) {
        Published published =
                transactions.run(_ -> {
                    Optional<CatalogReleaseRow> before = rows.findByOperation(draft.operation());
                    String known = rows.document(draft.version()).orElse(document);
                    if (!known.equals(document)) {
                        return Published.NOTHING_BUT_THE_VERSION;
                    }
                    if (before.isEmpty() && seen.equals(basis(draft))) {
                        // Of two who have seen the same, one takes the number.
                        rows.insertIfAbsent(
                                CatalogReleaseRow.of(draft.numbered(seen.latest() + 1)));
                        before = rows.findByOperation(draft.operation());
                        if (before.isPresent()) {
                            rows.insertDocumentIfAbsent(draft.version(), document);
                        }
                    }
                    return new Published(false, before.map(CatalogReleaseRow::toRelease));
                });
        if (published.isVersionTaken()) {
            throw new IllegalArgumentException(
                    "version " + draft.version() + " is known with other content");
        }
        return published.release();
    }

    /** What came of publishing. */
    private record Published(boolean isVersionTaken, Optional<CatalogRelease> release) {
        static final Published NOTHING_BUT_THE_VERSION = new Published(true, Optional.empty());
    }

    private ReleaseBasis basis(CatalogRelease draft) {
        List<CatalogReleaseRow> inForce = rows.inForce(draft.activeFromMillis(), 1);
        return new ReleaseBasis(rows.latest(), inForce.isEmpty() ? 0 : inForce.getFirst().number());
    }

    @Override
    public void keepDraft(String hash, String document, long nowMillis, long untilMillis) {
        transactions.run(_ -> {
            rows.forgetDrafts(nowMillis);
            rows.keepDraft(hash, document, untilMillis);
            return hash;
        });
    }

    @Override
    public Optional<String> draft(String hash) {
        return transactions.run(_ -> rows.draft(hash));
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
