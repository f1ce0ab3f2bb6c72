package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The table {@code platform_account}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PlatformAccountRepository extends GenericRepository<PlatformAccountRow, Long> {
    Optional<PlatformAccountRow> findByPlayerId(long playerId);

    Optional<PlatformAccountRow> findByAccountId(String accountId);

    @Query("DELETE FROM platform_account WHERE player_id = :playerId")
    void unlink(long playerId);

    /** Inserts a link unless the player or the account has one. */
    @Query(
            """
            INSERT INTO platform_account (player_id, account_id) VALUES (:playerId, :accountId)
            ON DUPLICATE KEY UPDATE player_id = platform_account.player_id
            """)
    void insertIfAbsent(long playerId, String accountId);
}
