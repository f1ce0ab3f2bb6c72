package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table {@code operator}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OperatorRepository extends GenericRepository<OperatorRow, String> {
    Optional<OperatorRow> findByName(String name);

    /** Inserts a row unless the name has one. */
    @Query(
            """
            INSERT INTO operator (name, roles, credential, disabled, added_at)
            VALUES (:name, :roles, :credential, :disabled, :addedAt)
            ON DUPLICATE KEY UPDATE name = operator.name
            """)
    void insertIfAbsent(OperatorRow row);

    @Query("SELECT * FROM operator WHERE name > :after ORDER BY name LIMIT :limit")
    List<OperatorRow> list(String after, int limit);

    @Query("UPDATE operator SET roles = :roles WHERE name = :name")
    void setRoles(String name, String roles);

    @Query("UPDATE operator SET credential = :credential WHERE name = :name")
    void setCredential(String name, String credential);

    @Query("UPDATE operator SET disabled = :disabled WHERE name = :name")
    void setDisabled(String name, boolean disabled);
}
