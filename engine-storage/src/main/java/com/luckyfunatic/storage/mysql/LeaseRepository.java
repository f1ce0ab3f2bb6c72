package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table {@code job_lease}; all times are those of the database. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface LeaseRepository extends GenericRepository<LeaseRow, String> {
    Optional<LeaseRow> findByName(String name);

    @Query(
            """
            INSERT INTO job_lease (name, owner, fence, expires_at) VALUES (:name, '', 0, 0)
            ON DUPLICATE KEY UPDATE name = job_lease.name
            """)
    void insertIfAbsent(String name);

    /** Takes a lease that has expired, or that the owner has. */
    @Query(
            """
            UPDATE job_lease SET fence = fence + 1, owner = :owner,
                expires_at = CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED) + :millis
            WHERE name = :name AND (owner = :owner
                OR expires_at <= CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED))
            """)
    int take(String name, String owner, long millis);

    @Query(
            """
            UPDATE job_lease
            SET expires_at = CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED) + :millis
            WHERE name = :name AND owner = :owner AND fence = :fence
            """)
    int renew(String name, String owner, long fence, long millis);

    @Query(
            """
            UPDATE job_lease
            SET owner = '', expires_at = CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)
            WHERE name = :name AND owner = :owner AND fence = :fence
            """)
    int release(String name, String owner, long fence);

    @Query(
            """
            SELECT name FROM job_lease
            WHERE name LIKE :pattern
                AND expires_at <= CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)
            ORDER BY expires_at, name LIMIT 1
            """)
    Optional<String> longestFree(String pattern);

    @Query(
            """
            SELECT COUNT(*) FROM job_lease
            WHERE name LIKE :pattern
                AND expires_at > CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)
            """)
    int countHeld(String pattern);

    @Query(
            """
            SELECT owner FROM job_lease
            WHERE name LIKE :pattern
                AND expires_at > CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)
            ORDER BY name
            """)
    List<String> owners(String pattern);

    @Query(
            """
            DELETE FROM job_lease
            WHERE name LIKE :pattern
                AND expires_at <= CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)
            """)
    int deleteEnded(String pattern);

    /** Returns the row, which nobody else may change until the transaction ends. */
    @Query("SELECT * FROM job_lease WHERE name = :name FOR UPDATE")
    Optional<LeaseRow> lock(String name);

    /** Renews a lease whose end must never come nearer, whatever the clock of the database does. */
    @Query(
            """
            UPDATE job_lease SET expires_at = GREATEST(expires_at,
                CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED) + :millis)
            WHERE name = :name AND owner = :owner AND fence = :fence
            """)
    int prolong(String name, String owner, long fence, long millis);

    /** Gives a lease back that was used until {@code usedUntil}, but not beyond its end. */
    @Query(
            """
            UPDATE job_lease SET owner = '', expires_at = LEAST(expires_at,
                GREATEST(:usedUntil, CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)))
            WHERE name = :name AND owner = :owner AND fence = :fence
            """)
    int releaseAt(String name, String owner, long fence, long usedUntil);

    /** The time of the database, epoch milliseconds. */
    @Query("SELECT CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)")
    long now();
}
