package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table {@code audit_seal}, to which rows are only added. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditSealRepository extends GenericRepository<AuditSealRow, String> {
    @Query("SELECT * FROM audit_seal WHERE log = :log AND number = :number")
    Optional<AuditSealRow> find(String log, long number);

    @Query("SELECT * FROM audit_seal WHERE log = :log ORDER BY number DESC LIMIT 1")
    Optional<AuditSealRow> last(String log);

    @Query(
            """
            SELECT * FROM audit_seal WHERE log = :log AND number > :after
            ORDER BY number LIMIT :limit
            """)
    List<AuditSealRow> after(String log, long after, int limit);
}
