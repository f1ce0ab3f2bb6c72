package com.luckyfunatic.server.stars;

import com.luckyfunatic.server.stars.TelegramUpdate.Account;
import com.luckyfunatic.server.stars.TelegramUpdate.Message;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Deals with what Telegram tells, whatever is left out of it. Thread-safe; calls block on the
 * storage and on Telegram.
 */
@Singleton
final class StarUpdates {
    private final PreCheckout preCheckout;
    private final PaidStars paid;

    StarUpdates(PreCheckout preCheckout, PaidStars paid) {
        this.preCheckout = preCheckout;
        this.paid = paid;
    }

    /**
     * Deals with {@code update}. Once more is no error.
     *
     * @throws com.luckyfunatic.engine.storage.StorageException when the storage cannot do its part
     * @throws com.luckyfunatic.server.telegram.bot.BotApiException when Telegram does not do its
     *     part; in both cases it must be told again
     */
    Handled handle(TelegramUpdate update) {
        if (update.preCheckoutQuery() != null) {
            return preCheckout.answer(update.preCheckoutQuery());
        }
        Message message = update.message();
        if (message == null) {
            return Handled.IGNORED;
        }
        if (message.successfulPayment() != null) {
            Long payer = idOf(message.from());
            return paid.give(
                    payer != null ? payer : idOf(message.chat()), message.successfulPayment());
        }
        return message.refundedPayment() == null
                ? Handled.IGNORED
                : paid.note(idOf(message.chat()), message.refundedPayment());
    }

    private static @Nullable Long idOf(@Nullable Account account) {
        return account == null ? null : account.id();
    }
}
