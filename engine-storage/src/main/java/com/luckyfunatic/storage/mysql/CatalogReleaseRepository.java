package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The tables {@code catalog_release}, {@code catalog_document} and {@code catalog_draft}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CatalogReleaseRepository extends GenericRepository<CatalogReleaseRow, Long> {
    Optional<CatalogReleaseRow> findByNumber(long number);

    Optional<CatalogReleaseRow> findByOperation(String operation);

    @Query("SELECT coalesce(max(number), 0) FROM catalog_release")
    long latest();

    /** Inserts a row unless there is one with its number, or of its operation. */
    @Query(
            """
            INSERT INTO catalog_release (number, operation, version, hash, author, reason,
                created_at, active_from, restores, cancelled)
            VALUES (:number, :operation, :version, :hash, :author, :reason,
                :createdAt, :activeFrom, :restores, :cancelled)
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

    @Query("DELETE FROM catalog_draft WHERE kept_until <= :nowMillis")
    void forgetDrafts(long nowMillis);

    @Query(
            """
            INSERT INTO catalog_draft (hash, document, kept_until)
            VALUES (:hash, :document, :untilMillis)
            ON DUPLICATE KEY UPDATE
                kept_until = GREATEST(catalog_draft.kept_until, VALUES(kept_until))
            """)
    void keepDraft(String hash, String document, long untilMillis);

    @Query("SELECT document FROM catalog_draft WHERE hash = :hash")
    Optional<String> draft(String hash);
}
