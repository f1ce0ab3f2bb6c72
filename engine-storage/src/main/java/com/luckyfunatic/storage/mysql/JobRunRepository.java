package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code job_run}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface JobRunRepository extends GenericRepository<JobRunRow, String> {
    /** Makes a row that every round replaces. */
    @Query(
            """
            INSERT INTO job_run (job, owner, fence, began_at, took_millis, done, next_at)
            VALUES (:job, '', -1, 0, 0, 0, 0)
            ON DUPLICATE KEY UPDATE job = job_run.job
            """)
    void insertIfAbsent(String job);

    @Query(
            """
            UPDATE job_run
            SET owner = :owner, fence = :fence, began_at = :beganAt, took_millis = :tookMillis,
                done = :done, error = :error, next_at = :nextAt
            WHERE job = :job AND fence <= :fence
            """)
    int update(
            String job,
            String owner,
            long fence,
            long beganAt,
            long tookMillis,
            long done,
            @Nullable String error,
            long nextAt);

    @Query("SELECT * FROM job_run ORDER BY job")
    List<JobRunRow> all();
}
