package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tables {@code store_partition} and {@code storage_setting}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PartitionRepository extends GenericRepository<PartitionRow, Integer> {
    List<PartitionRow> findAllOrderByNumber();

    @Query("SELECT * FROM store_partition WHERE number IN (:numbers) ORDER BY number FOR UPDATE")
    List<PartitionRow> lock(Collection<Integer> numbers);

    @Query("UPDATE store_partition SET generation = generation + 1 WHERE number IN (:numbers)")
    void raise(Collection<Integer> numbers);

    @Query(
            """
            UPDATE store_partition SET generation = :least
            WHERE number = :number AND generation < :least
            """)
    long raiseTo(int number, long least);

    @Query(
            """
            INSERT INTO store_partition (number, generation) VALUES (:number, 1)
            ON DUPLICATE KEY UPDATE number = store_partition.number
            """)
    void insertIfAbsent(int number);

    @Query(
            """
            INSERT INTO storage_setting (name, value) VALUES (:name, :value)
            ON DUPLICATE KEY UPDATE value = storage_setting.value
            """)
    void setIfAbsent(String name, long value);

    @Query("SELECT value FROM storage_setting WHERE name = :name FOR UPDATE")
    long lockSetting(String name);

    @Query("UPDATE storage_setting SET value = :value WHERE name = :name")
    void set(String name, long value);

    @Query("SELECT value FROM storage_setting WHERE name = :name")
    Optional<Long> setting(String name);
}
