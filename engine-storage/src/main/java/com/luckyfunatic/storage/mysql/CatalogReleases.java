package com.luckyfunatic.storage.mysql;

import java.util.Optional;

/**
 * The published versions of the content; a version never changes. Thread-safe; every method throws
 * {@link com.luckyfunatic.engine.storage.StorageUnavailableException} when the database does not
 * answer in time.
 */
public final class CatalogReleases {
    private final Transactions transactions;
    private final CatalogReleaseRepository rows;

    CatalogReleases(Transactions transactions, CatalogReleaseRepository rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /**
     * Publishes {@code release}; again is no error.
     *
     * @throws IllegalArgumentException when the version is known with other content
     */
    public void publish(CatalogRelease release) {
        CatalogRelease stored =
                transactions.run(_ -> {
                    rows.insertIfAbsent(
                            release.version(), release.document(), release.publishedAt());
                    return rows.findByVersion(release.version()).orElseThrow();
                });
        if (!stored.document().equals(release.document())) {
            throw new IllegalArgumentException(
                    "version " + release.version() + " is published with other content");
        }
    }

    /** Returns the version that was published last. */
    public Optional<CatalogRelease> latest() {
        return transactions.run(_ -> rows.latest());
    }

    /** Returns the version named {@code version}. */
    public Optional<CatalogRelease> find(String version) {
        return transactions.run(_ -> rows.findByVersion(version));
    }
}
