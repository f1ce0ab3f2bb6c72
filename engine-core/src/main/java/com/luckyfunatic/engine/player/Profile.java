package com.luckyfunatic.engine.player;

import org.jspecify.annotations.Nullable;

/**
 * Who a player is.
 *
 * @param account the Telegram account, as of the last login; {@link TelegramAccount#ERASED} when
 *     the person asked for it
 * @param referrer who invited them, bound when they joined
 * @param campaign the marketing campaign they came by
 * @param joinedAtMillis when they joined, epoch milliseconds
 * @param chosenLanguage the language they have chosen; null for that of the Telegram account
 */
public record Profile(
        PlayerId id,
        TelegramAccount account,
        @Nullable PlayerId referrer,
        @Nullable String campaign,
        long joinedAtMillis,
        @Nullable LanguageTag chosenLanguage) {
    /** Makes the profile of somebody who has not chosen a language. */
    public Profile(
            PlayerId id,
            TelegramAccount account,
            @Nullable PlayerId referrer,
            @Nullable String campaign,
            long joinedAtMillis) {
        this(id, account, referrer, campaign, joinedAtMillis, null);
    }

    /** Returns this as its owner shows it now: only the account is renewed. */
    public Profile with(TelegramAccount shown) {
        return new Profile(id, shown, referrer, campaign, joinedAtMillis, chosenLanguage);
    }

    /** Returns this after {@code language} was chosen; null for that of the Telegram account. */
    public Profile speaking(@Nullable LanguageTag language) {
        return new Profile(id, account, referrer, campaign, joinedAtMillis, language);
    }

    /** Returns this without what tells of the person. */
    public Profile erased() {
        return new Profile(id, TelegramAccount.ERASED, referrer, campaign, joinedAtMillis);
    }

    /** Returns whether nothing is known of the person any more. */
    public boolean isErased() {
        return account.equals(TelegramAccount.ERASED);
    }

    /** Returns the tag of the language to speak to them: the chosen one, or else the account's. */
    public @Nullable String language() {
        return chosenLanguage == null ? account.languageCode() : chosenLanguage.value();
    }
}
