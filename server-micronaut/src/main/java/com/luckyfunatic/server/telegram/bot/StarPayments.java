package com.luckyfunatic.server.telegram.bot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Payments in Telegram Stars, as Telegram carries them out. Thread-safe; calls block.
 *
 * <p>Every method throws {@link BotApiException} when it is not known to be done.
 */
public interface StarPayments {
    /** When the Stars of a payment went back. */
    enum Refund {
        /** By this call, as far as that can be told. */
        NOW,
        /** Before it: Telegram says so, and this call asked for it once only. */
        BEFORE
    }

    /** Returns a link under which {@code invoice} can be paid. */
    String invoiceLink(StarInvoice invoice);

    /**
     * Says whether somebody who is about to pay may.
     *
     * @param query Telegram's name of the question
     * @param error why not, as the payer reads it; null for yes
     * @param patience how long telling it may take
     */
    void answer(String query, @Nullable String error, Duration patience);

    /**
     * Gives all Stars of a payment back; once more is no error. What fails without {@link
     * BotApiException#isNothingDone} may have been done.
     *
     * @param telegramId who has paid
     * @param chargeId Telegram's name of the payment
     */
    Refund refund(long telegramId, String chargeId);
}
