package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables {@code admission} and {@code admission_change}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AdmissionRepository extends GenericRepository<AdmissionRow, Long> {
    /** Returns those rows that there are. */
    @Query("SELECT * FROM admission WHERE player_id IN (:players)")
    List<AdmissionRow> find(Collection<Long> players);

    @Query(
            """
            INSERT INTO admission (player_id, banned_until, ban_reason, ban_actor, banned_at,
                logins_ended_at)
            VALUES (:playerId, :until, :reason, :actor, :at, 0)
            ON DUPLICATE KEY UPDATE banned_until = :until, ban_reason = :reason,
                ban_actor = :actor, banned_at = :at
            """)
    void ban(long playerId, long until, String reason, String actor, long at);

    @Query(
            """
            UPDATE admission SET banned_until = NULL, ban_reason = NULL, ban_actor = NULL,
                banned_at = NULL
            WHERE player_id = :playerId
            """)
    void unban(long playerId);

    @Query(
            """
            INSERT INTO admission (player_id, logins_ended_at) VALUES (:playerId, :at)
            ON DUPLICATE KEY UPDATE logins_ended_at = greatest(logins_ended_at, :at)
            """)
    void endLogins(long playerId, long at);

    /** Has all others who change this row wait until the transaction is over. */
    @Query(
            """
            INSERT INTO admission (player_id, logins_ended_at) VALUES (:playerId, 0)
            ON DUPLICATE KEY UPDATE logins_ended_at = logins_ended_at
            """)
    void lock(long playerId);

    @Query(
            """
            UPDATE admission SET banned_until = :until, ban_reason = :reason, ban_actor = :actor,
                banned_at = :at, logins_ended_at = :loginsEndedAt
            WHERE player_id = :playerId
            """)
    void replace(
            long playerId,
            @Nullable Long until,
            @Nullable String reason,
            @Nullable String actor,
            @Nullable Long at,
            long loginsEndedAt);

    @Query("SELECT document FROM admission_change WHERE operation_id = :operationId")
    Optional<String> changed(String operationId);

    @Query(
            """
            INSERT INTO admission_change (operation_id, player_id, changed_at, document)
            VALUES (:operationId, :playerId, :at, :document)
            """)
    void addChange(String operationId, long playerId, long at, String document);
}
