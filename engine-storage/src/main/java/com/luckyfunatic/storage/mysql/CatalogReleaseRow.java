package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.catalog.CatalogRelease;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of the table {@code catalog_release}. */
@MappedEntity("catalog_release")
record CatalogReleaseRow(
        @Id long number,
        String operation,
        String version,
        String hash,
        String author,
        String reason,
        long createdAt,
        long activeFrom,
        long restores,
        boolean cancelled) {
    static CatalogReleaseRow of(CatalogRelease release) {
        return new CatalogReleaseRow(
                release.number(),
                release.operation(),
                release.version(),
                release.hash(),
                release.author(),
                release.reason(),
                release.createdAtMillis(),
                release.activeFromMillis(),
                release.restores(),
                release.cancelled());
    }

    CatalogRelease toRelease() {
        return new CatalogRelease(
                number,
                operation,
                version,
                hash,
                author,
                reason,
                createdAt,
                activeFrom,
                restores,
                cancelled);
    }
}
