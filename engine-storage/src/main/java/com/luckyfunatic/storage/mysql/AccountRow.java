package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.referral.Friend;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code account}. */
@MappedEntity("account")
record AccountRow(
        @Id long playerId,
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
        long funzEarned,
        int playerRank,
        @Nullable String chosenLanguage) {
    Profile toProfile() {
        return new Profile(
                new PlayerId(playerId),
                account(),
                referrerId == null ? null : new PlayerId(referrerId),
                campaign,
                joinedAt,
                chosenLanguage == null ? null : new LanguageTag(chosenLanguage));
    }

    private TelegramAccount account() {
        return telegramId < 0
                ? TelegramAccount.ERASED
                : new TelegramAccount(
                        telegramId, firstName, lastName, username, languageCode, premium, photoUrl);
    }

    Friend toFriend() {
        return new Friend(toProfile(), funzEarned, playerRank);
    }
}
