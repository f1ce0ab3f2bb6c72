package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** The table {@code change_archive}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ArchiveRepository extends GenericRepository<ArchiveRow, Long> {
    @Query(
            """
            SELECT id, entry_count, document FROM change_archive
            WHERE partition_number = :partition AND latest_millis >= :fromMillis AND id > :afterId
            ORDER BY id LIMIT :rows
            """)
    List<ArchiveRow> after(int partition, long fromMillis, long afterId, int rows);

    @Query(
            """
            SELECT id, entry_count, document FROM change_archive
            WHERE partition_number = :partition AND audited = FALSE AND id > :afterId
            ORDER BY id LIMIT :rows
            """)
    List<ArchiveRow> unconfirmed(int partition, long afterId, int rows);

    @Query(
            """
            SELECT id FROM change_archive
            WHERE partition_number = :partition AND audited = FALSE AND id <= :toId
            ORDER BY id
            """)
    List<Long> unconfirmedTo(int partition, long toId);

    @Query(
            """
            SELECT id, entry_count, document FROM change_archive
            WHERE id > :afterId AND id <= :toId ORDER BY id LIMIT :rows
            """)
    List<ArchiveRow> between(long afterId, long toId, int rows);

    @Query("SELECT count(*) FROM change_archive WHERE id > :id")
    long countAfter(long id);

    @Query("SELECT coalesce(max(id), 0) FROM change_archive")
    long lastId();

    /** A group each, so that no index entry is read but the first of each partition. */
    @Query(
            """
            SELECT coalesce(min(first_id), 9223372036854775807) FROM
                (SELECT min(id) AS first_id FROM change_archive
                WHERE audited = FALSE GROUP BY partition_number) firsts
            """)
    long firstUnconfirmedId();

    @Query("UPDATE change_archive SET audited = TRUE WHERE id IN (:ids)")
    void confirm(Collection<Long> ids);

    @Query(
            """
            SELECT id, entry_count, document FROM change_archive
            WHERE audited = TRUE AND latest_millis < :millis AND id > :afterId AND id <= :toId
            ORDER BY id LIMIT :rows
            """)
    List<ArchiveRow> confirmedBefore(long millis, long afterId, long toId, int rows);

    @Query("DELETE FROM change_archive WHERE id IN (:ids)")
    void delete(Collection<Long> ids);

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
