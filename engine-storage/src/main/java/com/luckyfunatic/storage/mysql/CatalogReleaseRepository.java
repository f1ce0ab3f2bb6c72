package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The tables {@code catalog_release} and {@code catalog_document}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CatalogReleaseRepository extends GenericRepository<CatalogReleaseRow, Long> {
    Optional<CatalogReleaseRow> findByNumber(long number);

    Optional<CatalogReleaseRow> findByOperation(String operation);

    /** Inserts a row unless the operation has one; the database numbers it. */
    @Query(
            """
            INSERT INTO catalog_release (operation, version, hash, author, reason, created_at,
                active_from, restores, cancelled)
            VALUES (:operation, :version, :hash, :author, :reason, :createdAt,
                :activeFrom, :restores, :cancelled)
            ON DUPLICATE KEY UPDATE operation = catalog_release.operation
            """)
    void insertIfAbsent(CatalogReleaseRow row);

    @Query(
            """
            SELECT * FROM catalog_release WHERE cancelled = 0 AND active_from <= :atMillis
            ORDER BY active_from DESC, number DESC LIMIT :limit
            """)
    List<CatalogReleaseRow> inForce(long atMillis, int limit);

    @Query(
            """
            SELECT * FROM catalog_release WHERE number < :beforeNumber
            ORDER BY number DESC LIMIT :limit
            """)
    List<CatalogReleaseRow> page(long beforeNumber, int limit);

    @Query(
            """
            UPDATE catalog_release SET cancelled = 1
            WHERE number = :number AND active_from > :nowMillis
            """)
    void cancel(long number, long nowMillis);

    @Query("SELECT document FROM catalog_document WHERE version = :version")
    Optional<String> document(String version);

    @Query(
            """
            INSERT INTO catalog_document (version, document) VALUES (:version, :document)
            ON DUPLICATE KEY UPDATE version = catalog_document.version
            """)
    void insertDocumentIfAbsent(String version, String document);
}
