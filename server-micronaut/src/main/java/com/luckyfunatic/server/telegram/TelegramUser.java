package com.luckyfunatic.server.telegram;

import org.jspecify.annotations.Nullable;

/**
 * The Telegram account that logs in, as Telegram describes it.
 *
 * <p>All texts were chosen by a stranger: they are stripped of control characters and cut to
 * {@value #TEXT_MAX} characters, and are data, never markup.
 *
 * @param id the account, 1 … 2^52
 * @param firstName shown name; may be empty
 * @param lastName shown family name
 * @param username public handle without the at sign
 * @param languageCode IETF language tag of the account's application
 * @param photoUrl address of the profile picture
 * @param premium whether the account pays for Telegram Premium
 * @param allowsWriteToPm whether the bot may send messages to the account
 */
public record TelegramUser(
        long id,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        @Nullable String languageCode,
        @Nullable String photoUrl,
        boolean premium,
        boolean allowsWriteToPm) {
    /** Largest account id: Telegram promises at most 52 significant bits. */
    public static final long ID_MAX = 1L << 52;

    /** Longest kept text, in characters. */
    public static final int TEXT_MAX = 256;

    /** Rejects ids outside 1 … {@link #ID_MAX}. */
    public TelegramUser {
        if (id < 1 || id > ID_MAX) {
            throw new IllegalArgumentException("Telegram id out of range: " + id);
        }
    }
}
