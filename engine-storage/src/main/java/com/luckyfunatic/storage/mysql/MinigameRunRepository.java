package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables {@code minigame_run} and {@code minigame_player}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface MinigameRunRepository extends GenericRepository<MinigameRunRow, Long> {
    /** Locks the player's row until the transaction ends, making it if there is none. */
    @Query(
            """
            INSERT INTO minigame_player (player_id) VALUES (:playerId)
            ON DUPLICATE KEY UPDATE player_id = minigame_player.player_id
            """)
    void lockPlayer(long playerId);

    @Query(
            """
            INSERT INTO minigame_run (run_id, player_id, operation_id, minigame_id, tournament_id,
                started_at, expires_at, seed, nonce)
            VALUES (:runId, :playerId, :operationId, :minigameId, :tournamentId,
                :startedAt, :expiresAt, :seed, :nonce)
            """)
    void insert(MinigameRunRow row);

    Optional<MinigameRunRow> findByRunId(long runId);

    @Query(
            """
            SELECT * FROM minigame_run
            WHERE player_id = :playerId AND operation_id = :operationId
            """)
    Optional<MinigameRunRow> findOperation(long playerId, String operationId);

    @Query(
            """
            SELECT (SELECT count(*) FROM minigame_run
                    WHERE player_id = :playerId AND expires_at >= :nowMillis AND score IS NULL)
                + (SELECT count(*) FROM minigame_run
                    WHERE player_id = :playerId AND waiting > 0)
            """)
    int open(long playerId, long nowMillis);

    /** Scores a run that has no score. */
    @Query(
            """
            UPDATE minigame_run SET score = :score, scored_at = :scoredAt, flag = :flag,
                counted_as = :countedAs
            WHERE run_id = :runId AND score IS NULL
            """)
    int score(
            long runId,
            long score,
            long scoredAt,
            @Nullable Integer flag,
            @Nullable Long countedAs);

    /** Reviews a run that is flagged and was not reviewed. */
    @Query(
            """
            UPDATE minigame_run SET counted_as = :countedAs, review = :review,
                reviewed_by = :reviewedBy, reviewed_why = :reviewedWhy, reviewed_at = :reviewedAt
            WHERE run_id = :runId AND flag IS NOT NULL AND review IS NULL
            """)
    int review(
            long runId,
            @Nullable Long countedAs,
            int review,
            String reviewedBy,
            String reviewedWhy,
            long reviewedAt);

    @Query(
            """
            SELECT * FROM minigame_run WHERE minigame_id = :minigameId AND counted_as > :after
            ORDER BY counted_as LIMIT :limit
            """)
    List<MinigameRunRow> ofMinigame(String minigameId, long after, int limit);

    @Query(
            """
            SELECT * FROM minigame_run WHERE tournament_id = :tournamentId AND counted_as > :after
            ORDER BY counted_as LIMIT :limit
            """)
    List<MinigameRunRow> ofTournament(String tournamentId, long after, int limit);

    @Query("SELECT * FROM minigame_run WHERE waiting > :after ORDER BY waiting LIMIT :limit")
    List<MinigameRunRow> flagged(long after, int limit);

    @Query(
            """
            SELECT * FROM minigame_run WHERE tournament_id = :tournamentId AND waiting > :after
            ORDER BY waiting LIMIT :limit
            """)
    List<MinigameRunRow> flaggedOf(String tournamentId, long after, int limit);

    @Query("SELECT coalesce(max(run_id), 0) FROM minigame_run")
    long greatestId();
}
