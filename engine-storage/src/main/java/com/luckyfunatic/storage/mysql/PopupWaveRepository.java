package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** The table {@code popup_wave}, which has one row. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PopupWaveRepository extends GenericRepository<PopupWaveRow, Integer> {
    @Query("SELECT began_at FROM popup_wave WHERE number = 1")
    long beganAt();

    @Query("SELECT began_at FROM popup_wave WHERE number = 1 FOR UPDATE")
    long lockBeganAt();

    @Query("UPDATE popup_wave SET began_at = :nowMillis WHERE number = 1")
    void begin(long nowMillis);
}
