package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The table {@code catalog_release}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CatalogReleaseRepository extends GenericRepository<CatalogRelease, String> {
    Optional<CatalogRelease> findByVersion(String version);

    @Query("SELECT * FROM catalog_release ORDER BY number DESC LIMIT 1")
    Optional<CatalogRelease> latest();

    @Query(
            """
            INSERT INTO catalog_release (version, document, published_at)
            VALUES (:version, :document, :publishedAt)
            ON DUPLICATE KEY UPDATE version = catalog_release.version
            """)
    void insertIfAbsent(String version, String document, long publishedAt);
}
