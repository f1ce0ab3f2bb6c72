package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Single rows of the table {@code campaign_arrival}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CampaignRepository extends GenericRepository<CampaignArrivalRow, Long> {
    /** Inserts an arrival unless the player has one. */
    @Query(
            """
            INSERT INTO campaign_arrival (arrival_day, campaign, player_id)
            VALUES (:arrivalDay, :campaign, :playerId)
            ON DUPLICATE KEY UPDATE player_id = campaign_arrival.player_id
            """)
    void insertIfAbsent(long arrivalDay, String campaign, long playerId);

    @Query("SELECT arrival_day FROM campaign_arrival WHERE player_id = :playerId")
    Optional<Long> arrivalDay(long playerId);

    @Query("UPDATE campaign_arrival SET day1 = TRUE WHERE player_id = :playerId")
    void returnedOnDay1(long playerId);

    @Query("UPDATE campaign_arrival SET day7 = TRUE WHERE player_id = :playerId")
    void returnedOnDay7(long playerId);
}
