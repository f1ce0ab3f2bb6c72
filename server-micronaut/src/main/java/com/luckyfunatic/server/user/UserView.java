package com.luckyfunatic.server.user;

import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The player's own profile, as clients see it.
 *
 * @param id the player, a decimal number as text because it can pass 2^53
 * @param telegramId the Telegram account
 * @param firstName as of the last login
 * @param lastName as of the last login
 * @param username as of the last login
 * @param languageCode an IETF language tag, as of the last login
 * @param chosenLanguage the language they have chosen, which counts then; null for none
 * @param premium whether the account has Telegram Premium
 * @param photoUrl the picture, a web address
 * @param rank the rank reached, from 1
 * @param joinedAt when their game started
 * @param hasReferrer whether somebody invited them
 * @param friends how many players they have invited
 */
@Schema(
        example =
                """
                {"id": "1152921504606846976", "telegramId": 1001, "firstName": "Ada",
                "lastName": null, "username": "ada", "languageCode": "en",
                "chosenLanguage": null,
                "premium": false, "photoUrl": null, "rank": 1,
                "joinedAt": "2026-11-22T15:00:00.123Z", "hasReferrer": true,
                "friends": 2}
                """)
public record UserView(
        String id,
        long telegramId,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        @Nullable String languageCode,
        @Nullable String chosenLanguage,
        boolean premium,
        @Nullable String photoUrl,
        int rank,
        Instant joinedAt,
        boolean hasReferrer,
        int friends) {
    static UserView of(Profile profile, PlayerState state) {
        TelegramAccount account = profile.account();
        LanguageTag chosen = profile.chosenLanguage();
        return new UserView(
                profile.id().toString(),
                account.telegramId(),
                account.firstName(),
                account.lastName(),
                account.username(),
                account.languageCode(),
                chosen == null ? null : chosen.value(),
                account.premium(),
                account.photoUrl(),
                state.rank().rank(),
                Instant.ofEpochMilli(profile.joinedAtMillis()),
                profile.referrer() != null,
                state.referral().friends());
    }
}
