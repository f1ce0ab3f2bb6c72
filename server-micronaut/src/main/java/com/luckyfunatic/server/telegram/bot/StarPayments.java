package com.luckyfunatic.server.telegram.bot;

import org.jspecify.annotations.Nullable;

/**
 * Payments in Telegram Stars, as Telegram carries them out. Thread-safe; calls block.
 *
 * <p>Every method throws {@link BotApiException} when it is not known to be done.
 */
public interface StarPayments {
    /** Returns a link under which {@code invoice} can be paid. */
    String invoiceLink(StarInvoice invoice);

    /**
     * Says whether somebody who is about to pay may.
     *
     * @param query Telegram's name of the question
     * @param error why not, as the payer reads it; null for yes
     */
    void answer(String query, @Nullable String error);

    /**
     * Gives all Stars of a payment back; once more is no error.
     *
     * @param telegramId who has paid
     * @param chargeId Telegram's name of the payment
     */
    void refund(long telegramId, String chargeId);
}
