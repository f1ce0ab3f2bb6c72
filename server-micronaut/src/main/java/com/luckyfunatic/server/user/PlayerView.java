package com.luckyfunatic.server.user;

import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who has logged in, as clients see it.
 *
 * @param id the player, a decimal number as text because it can pass 2^53
 * @param telegramId the Telegram account
 * @param premium whether it has Telegram Premium
 * @param photoUrl the picture, a web address
 * @param rank the rank reached, from 1
 * @param joinedAt when their game started
 */
public record PlayerView(
        String id,
        long telegramId,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        @Nullable String languageCode,
        boolean premium,
        @Nullable String photoUrl,
        int rank,
        Instant joinedAt) {
    /** Shows {@code profile} of a player who has reached {@code rank}. */
    public static PlayerView of(Profile profile, int rank) {
        TelegramAccount account = profile.account();
        return new PlayerView(
                profile.id().toString(),
                account.telegramId(),
                account.firstName(),
                account.lastName(),
                account.username(),
                account.languageCode(),
                account.premium(),
                account.photoUrl(),
                rank,
                Instant.ofEpochMilli(profile.joinedAtMillis()));
    }
}
