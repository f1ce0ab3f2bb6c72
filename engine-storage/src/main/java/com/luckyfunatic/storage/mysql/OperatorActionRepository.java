package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table {@code operator_action}, to which rows are only added. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OperatorActionRepository extends GenericRepository<OperatorActionRow, Long> {
    Optional<OperatorActionRow> findByActionId(long actionId);

    /** Inserts a row unless the id has one. */
    @Query(
            """
            INSERT INTO operator_action (action_id, operator, at_millis, action, player_id,
                reference, outcome, detail)
            VALUES (:actionId, :operator, :atMillis, :action, :playerId,
                :reference, :outcome, :detail)
            ON DUPLICATE KEY UPDATE action_id = operator_action.action_id
            """)
    void insertIfAbsent(OperatorActionRow row);

    @Query(
            """
            SELECT * FROM operator_action WHERE action_id < :beforeId
            ORDER BY action_id DESC LIMIT :limit
            """)
    List<OperatorActionRow> latest(long beforeId, int limit);

    @Query(
            """
            SELECT * FROM operator_action WHERE operator = :operator AND action_id < :beforeId
            ORDER BY action_id DESC LIMIT :limit
            """)
    List<OperatorActionRow> of(String operator, long beforeId, int limit);

    @Query(
            """
            SELECT * FROM operator_action WHERE player_id = :playerId AND action_id < :beforeId
            ORDER BY action_id DESC LIMIT :limit
            """)
    List<OperatorActionRow> about(long playerId, long beforeId, int limit);

    @Query("SELECT coalesce(max(action_id), 0) FROM operator_action")
    long greatestId();
}
