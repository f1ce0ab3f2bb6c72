package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The table {@code change_archive}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ArchiveRepository extends GenericRepository<ArchiveRow, Long> {
    @Query(
            """
            INSERT INTO change_archive (partition_number, generation, first_entry, last_entry,
                latest_millis, greatest_id, entry_count, document)
            VALUES (:partition, :generation, :firstEntry, :lastEntry,
                :latestMillis, :greatestId, :entryCount, :document)
            ON DUPLICATE KEY UPDATE partition_number = change_archive.partition_number
            """)
    void insertIfAbsent(
            int partition,
            long generation,
            byte[] firstEntry,
            byte[] lastEntry,
            long latestMillis,
            long greatestId,
            int entryCount,
            byte[] document);

    @Query(
            """
            SELECT id, entry_count, document FROM change_archive
            WHERE partition_number = :partition AND latest_millis >= :fromMillis AND id > :afterId
            ORDER BY id LIMIT :rows
            """)
    List<ArchiveRow> after(int partition, long fromMillis, long afterId, int rows);

    @Query(
            "DELETE FROM change_archive WHERE latest_millis < :millis ORDER BY latest_millis LIMIT"
                    + " :rows")
    int deleteBefore(long millis, int rows);

    @Query(
            """
            SELECT coalesce(max(greatest_id), 0) FROM
                (SELECT greatest_id FROM change_archive ORDER BY id DESC LIMIT 1000) latest
            """)
    long greatestId();

    @Query(
            """
            SELECT coalesce(max(change_id), 0) FROM
                (SELECT change_id FROM operation ORDER BY id DESC LIMIT 1000) latest
            """)
    long greatestIdOfOperations();
}
