package com.luckyfunatic.engine.player;

import org.jspecify.annotations.Nullable;

/**
 * A Telegram account as its owner shows it.
 *
 * @param telegramId 1 to 2^52
 * @param firstName what players see
 * @param languageCode an IETF language tag
 * @param premium whether it has Telegram Premium
 * @param photoUrl the picture, a web address
 */
public record TelegramAccount(
        long telegramId,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        @Nullable String languageCode,
        boolean premium,
        @Nullable String photoUrl) {
    /** The greatest Telegram id. */
    public static final long TELEGRAM_ID_MAX = 1L << 52;

    /** Checks the range of the id. */
    public TelegramAccount {
        if (telegramId < 1 || telegramId > TELEGRAM_ID_MAX) {
            throw new IllegalArgumentException(
                    "a Telegram id is 1 to " + TELEGRAM_ID_MAX + ", was " + telegramId);
        }
    }

    /** Returns an account with an id and a name, and nothing else. */
    public static TelegramAccount of(long telegramId, String firstName) {
        return new TelegramAccount(telegramId, firstName, null, null, null, false, null);
    }
}
