package com.luckyfunatic.engine.player;

import org.jspecify.annotations.Nullable;

/**
 * A Telegram account as its owner shows it.
 *
 * @param telegramId 1 to 2^52; 0 of {@link #ERASED} only
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

    /** In place of an account of which nothing is known any more. */
    public static final TelegramAccount ERASED =
            new TelegramAccount(0, "", null, null, null, false, null);

    /** Checks the range of the id. */
    public TelegramAccount {
        boolean isNothing =
                telegramId == 0
                        && firstName.isEmpty()
                        && lastName == null
                        && username == null
                        && languageCode == null
                        && !premium
                        && photoUrl == null;
        if ((telegramId < 1 && !isNothing) || telegramId > TELEGRAM_ID_MAX) {
            throw new IllegalArgumentException(
                    "a Telegram id is 1 to " + TELEGRAM_ID_MAX + ", was " + telegramId);
        }
    }

    /** Returns an account with an id and a name, and nothing else. */
    public static TelegramAccount of(long telegramId, String firstName) {
        return new TelegramAccount(telegramId, firstName, null, null, null, false, null);
    }
}
