package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who a player is, as operators see it.
 *
 * @param playerId the identity in the game
 * @param erased whether nothing is known of the person any more
 * @param telegramId null of one who was erased
 * @param languageCode that of the Telegram account
 * @param chosenLanguage that which the player has chosen; null for the account's
 * @param referrerId who invited them
 * @param campaign by which marketing campaign they came
 */
@Schema(example = FoundPlayerView.EXAMPLE)
record FoundPlayerView(
        String playerId,
        boolean erased,
        @Nullable Long telegramId,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        @Nullable String languageCode,
        @Nullable String chosenLanguage,
        boolean premium,
        @Nullable String referrerId,
        @Nullable String campaign,
        Instant joinedAt) {
    static final String EXAMPLE =
            "{\"playerId\": \"184467440737095516\", \"erased\": false, \"telegramId\": 777,"
                    + " \"firstName\": \"Ada\", \"lastName\": null, \"username\": \"ada\","
                    + " \"languageCode\": \"en\", \"chosenLanguage\": null, \"premium\": false,"
                    + " \"referrerId\": null, \"campaign\": null, \"joinedAt\":"
                    + " \"2026-11-22T15:00:00.123Z\"}";

    static FoundPlayerView of(Profile profile) {
        TelegramAccount account = profile.account();
        PlayerId referrer = profile.referrer();
        LanguageTag chosen = profile.chosenLanguage();
        return new FoundPlayerView(
                profile.id().toString(),
                profile.isErased(),
                profile.isErased() ? null : account.telegramId(),
                account.firstName(),
                account.lastName(),
                account.username(),
                account.languageCode(),
                chosen == null ? null : chosen.value(),
                account.premium(),
                referrer == null ? null : referrer.toString(),
                profile.campaign(),
                Instant.ofEpochMilli(profile.joinedAtMillis()));
    }
}
