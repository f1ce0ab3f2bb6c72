package com.luckyfunatic.server.telegram.bot;

import com.luckyfunatic.server.telegram.bot.BotApiException.Kind;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Payments in Stars by the Bot API. Thread-safe; a call blocks for at most twice its time-out. */
public final class TelegramStarPayments implements StarPayments {
    /** How Telegram says that a payment went back before: by text, for the code is one for all. */
    private static final String REFUNDED_BEFORE = "charge_already_refunded";

    private static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofHours(1);

    private final @Nullable BotApi api;

    /**
     * Pays by {@code api}.
     *
     * @param api null where no bot's token is known: then nothing can be done
     */
    public TelegramStarPayments(@Nullable BotApi api) {
        this.api = api;
    }

    @Override
    public String invoiceLink(StarInvoice invoice) {
        return call(new CreateInvoiceLink(invoice));
    }

    @Override
    public void answer(String query, @Nullable String error, Duration patience) {
        AnswerPreCheckoutQuery method = new AnswerPreCheckoutQuery(query, error);
        api(method).call(method, patience);
    }

    @Override
    public Refund refund(long telegramId, String chargeId) {
        try {
            call(new RefundStarPayment(telegramId, chargeId));
            return Refund.NOW;
        } catch (BotApiException e) {
            if (e.kind() != Kind.REFUSED
                    || !e.description().toLowerCase(Locale.ROOT).contains(REFUNDED_BEFORE)) {
                throw e;
            }
            // Sent twice, it may have been the first time that did it.
            return e.isNothingDone() ? Refund.BEFORE : Refund.NOW;
        }
    }

    private <R> R call(BotMethod<R> method) {
        return api(method).call(method);
    }

    private BotApi api(BotMethod<?> method) {
        if (api == null) {
            throw new BotApiException(
                    Kind.REFUSED,
                    method.name(),
                    "no bot's token is known; set telegram-bot-tokens",
                    UNTIL_SOMEBODY_ACTS,
                    null);
        }
        return api;
    }
}
