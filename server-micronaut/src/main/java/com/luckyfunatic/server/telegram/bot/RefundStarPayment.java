package com.luckyfunatic.server.telegram.bot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Gives all Stars of a payment back. Telegram does so once for each payment and refuses a second
 * time, so repeating it does no harm though it moves money.
 *
 * @param userId who has paid
 * @param chargeId Telegram's name of the payment
 */
public record RefundStarPayment(long userId, String chargeId) implements BotMethod<Boolean> {
    @Override
    public String name() {
        return "refundStarPayment";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("user_id", userId, "telegram_payment_charge_id", chargeId);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Boolean read(JsonNode result) {
        return BotAnswers.yes(result);
    }
}
