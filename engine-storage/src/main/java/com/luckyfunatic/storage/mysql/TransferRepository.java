package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code transfer}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TransferRepository extends GenericRepository<TransferRow, String> {
    Optional<TransferRow> findByTransferId(String transferId);

    /** Inserts a row unless its transfer has one. */
    @Query(
            """
            INSERT INTO transfer (transfer_id, player_id, account_id, item_id, quantity, at_millis,
                step, sends, waits, sent_at, due_at, fence, reason)
            VALUES (:transferId, :playerId, :accountId, :itemId, :quantity, :atMillis,
                :step, :sends, :waits, :sentAt, :dueAt, :fence, :reason)
            ON DUPLICATE KEY UPDATE transfer_id = transfer.transfer_id
            """)
    void insertIfAbsent(TransferRow row);

    /** Replaces what changes of a row whose fence is still {@code seen}. */
    @Query(
            """
            UPDATE transfer SET step = :step, sends = :sends, waits = :waits, sent_at = :sentAt,
                due_at = :dueAt, fence = :fence, reason = :reason
            WHERE transfer_id = :transferId AND fence = :seen
            """)
    int replace(
            String transferId,
            long seen,
            int step,
            int sends,
            int waits,
            long sentAt,
            long dueAt,
            long fence,
            @Nullable String reason);

    @Query(
            """
            SELECT * FROM transfer WHERE due_at <= :nowMillis
            ORDER BY due_at, transfer_id LIMIT :limit
            """)
    List<TransferRow> due(long nowMillis, int limit);

    // Spelled out: MySQL does not use an index for a comparison of rows.
    @Query(
            """
            SELECT * FROM transfer WHERE player_id = :playerId AND at_millis <= :atMillis
                AND (at_millis < :atMillis OR transfer_id < :transferId)
            ORDER BY at_millis DESC, transfer_id DESC LIMIT :limit
            """)
    List<TransferRow> ofPlayer(long playerId, long atMillis, String transferId, int limit);

    @Query(
            """
            SELECT * FROM transfer WHERE step = :step AND at_millis >= :atMillis
                AND (at_millis > :atMillis OR transfer_id > :transferId)
            ORDER BY at_millis, transfer_id LIMIT :limit
            """)
    List<TransferRow> at(int step, long atMillis, String transferId, int limit);
}
