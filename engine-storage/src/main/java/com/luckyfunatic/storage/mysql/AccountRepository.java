package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables {@code account} and {@code wallet}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountRepository extends GenericRepository<AccountRow, Long> {
    Optional<AccountRow> findByPlayerId(long playerId);

    Optional<AccountRow> findByTelegramId(long telegramId);

    @Query("SELECT * FROM account WHERE first_name LIKE :pattern ESCAPE '!' LIMIT :rows")
    List<AccountRow> byFirstName(String pattern, int rows);

    @Query("SELECT * FROM account WHERE username LIKE :pattern ESCAPE '!' LIMIT :rows")
    List<AccountRow> byUsername(String pattern, int rows);

    /** Inserts an account unless there is one with the same Telegram id or player id. */
    @Query(
            """
            INSERT INTO account (player_id, telegram_id, first_name, last_name, username,
                language_code, premium, photo_url, referrer_id, campaign, joined_at,
                chosen_language)
            VALUES (:playerId, :telegramId, :firstName, :lastName, :username,
                :languageCode, :premium, :photoUrl, :referrerId, :campaign, :joinedAt,
                :chosenLanguage)
            ON DUPLICATE KEY UPDATE telegram_id = account.telegram_id
            """)
    void insertIfAbsent(
            long playerId,
            long telegramId,
            String firstName,
            @Nullable String lastName,
            @Nullable String username,
            @Nullable String languageCode,
            boolean premium,
            @Nullable String photoUrl,
            @Nullable Long referrerId,
            @Nullable String campaign,
            long joinedAt,
            @Nullable String chosenLanguage);

    @Query(
            """
            UPDATE account SET first_name = :firstName, last_name = :lastName,
                username = :username, language_code = :languageCode, premium = :premium,
                photo_url = :photoUrl
            WHERE player_id = :playerId
            """)
    void renew(
            long playerId,
            String firstName,
            @Nullable String lastName,
            @Nullable String username,
            @Nullable String languageCode,
            boolean premium,
            @Nullable String photoUrl);

    @Query(
            """
            UPDATE account SET chosen_language = :language
            WHERE player_id = :playerId AND telegram_id > 0
            """)
    void chooseLanguage(long playerId, @Nullable String language);

    /**
     * Empties an account. The id below zero is no account's, and the one column must differ from
     * row to row.
     */
    @Query(
            """
            UPDATE account SET telegram_id = -player_id, first_name = '', last_name = NULL,
                username = NULL, language_code = NULL, premium = FALSE, photo_url = NULL,
                chosen_language = NULL
            WHERE player_id = :playerId
            """)
    void erase(long playerId);

    @Query("DELETE FROM wallet WHERE player_id = :playerId")
    void freeWallets(long playerId);

    /**
     * Returns friends behind a position. Written so that one range of the index is read: of two,
     * MySQL 8.0.15 forgets one, because the index is in descending order.
     */
    @Query(
            """
            SELECT * FROM account
            WHERE referrer_id = :referrerId AND funz_earned <= :funzEarned
                AND (funz_earned < :funzEarned OR player_id > :playerId)
            ORDER BY funz_earned DESC, player_id LIMIT :rows
            """)
    List<AccountRow> friendsAfter(long referrerId, long funzEarned, long playerId, int rows);

    /** Inserts a wallet unless it is somebody's; takes its lock in any case. */
    @Query(
            """
            INSERT INTO wallet (address, player_id) VALUES (:address, :playerId)
            ON DUPLICATE KEY UPDATE player_id = wallet.player_id
            """)
    void insertWalletIfAbsent(String address, long playerId);

    @Query("SELECT player_id FROM wallet WHERE address = :address")
    Optional<Long> walletOwner(String address);

    @Query("SELECT player_id FROM account WHERE player_id > :after ORDER BY player_id LIMIT :limit")
    List<Long> idsAfter(long after, int limit);

    @Query("SELECT coalesce(max(player_id), 0) FROM account")
    long greatestPlayerId();
}
