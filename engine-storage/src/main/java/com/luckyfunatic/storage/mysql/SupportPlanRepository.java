package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The tables {@code support_plan}, {@code support_spending} and {@code support_spender}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SupportPlanRepository extends GenericRepository<SupportPlanRow, String> {
    Optional<SupportPlanRow> findByPlanId(String planId);

    /** Inserts a row unless the name has one. */
    @Query(
            """
            INSERT INTO support_plan (plan_id, author, player_id, sequence, command, reason,
                budget, amount, needs_approval, created_at, expires_at, approved_by)
            VALUES (:planId, :author, :playerId, :sequence, :command, :reason,
                :budget, :amount, :needsApproval, :createdAt, :expiresAt, :approvedBy)
            ON DUPLICATE KEY UPDATE plan_id = support_plan.plan_id
            """)
    void insertIfAbsent(SupportPlanRow row);

    @Query(
            """
            UPDATE support_plan SET approved_by = :approver
            WHERE plan_id = :planId AND approved_by IS NULL
            """)
    void approve(String planId, String approver);

    /**
     * Has all others who count for {@code operator} wait until this transaction is over; it need
     * not be one who is known.
     */
    @Query(
            """
            INSERT INTO support_spender (operator) VALUES (:operator)
            ON DUPLICATE KEY UPDATE operator = support_spender.operator
            """)
    void lock(String operator);

    @Query(
            """
            SELECT coalesce(sum(amount), 0) FROM support_spending
            WHERE operator = :operator AND epoch_day = :epochDay AND budget = :budget
            """)
    long spent(String operator, long epochDay, int budget);

    @Query("SELECT count(*) FROM support_spending WHERE plan_id = :planId")
    long countSpent(String planId);

    @Query(
            """
            INSERT INTO support_spending (plan_id, operator, epoch_day, budget, amount)
            VALUES (:planId, :operator, :epochDay, :budget, :amount)
            """)
    void insertSpent(String planId, String operator, long epochDay, int budget, long amount);

    @Query("DELETE FROM support_spending WHERE plan_id = :planId")
    void release(String planId);
}
