package com.luckyfunatic.server.stars;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What Telegram tells the bot, as far as it is about payments; the names are Telegram's.
 *
 * @param preCheckoutQuery somebody is about to pay
 * @param message what stands in a chat, such as that somebody has paid
 */
public record TelegramUpdate(
        @JsonProperty("update_id") @Schema(example = "518203941") @Nullable Long updateId,
        @JsonProperty("pre_checkout_query") @Nullable PreCheckoutQuery preCheckoutQuery,
        @Nullable Message message) {
    /** A Telegram account. */
    public record Account(@Schema(example = "1001") @Nullable Long id) {}

    /** The question whether somebody may pay, which Telegram waits ten seconds for. */
    public record PreCheckoutQuery(
            @Nullable String id,
            @Nullable Account from,
            @Nullable String currency,
            @JsonProperty("total_amount") @Nullable Integer totalAmount,
            @JsonProperty("invoice_payload") @Nullable String invoicePayload) {}

    /** A message, as far as it tells of a payment; a private chat has the number of its user. */
    public record Message(
            @Nullable Account from,
            @Nullable Account chat,
            @JsonProperty("successful_payment") @Nullable Payment successfulPayment,
            @JsonProperty("refunded_payment") @Nullable Payment refundedPayment) {}

    /** A payment, made or given back. */
    public record Payment(
            @Schema(example = "XTR") @Nullable String currency,
            @JsonProperty("total_amount") @Schema(example = "50") @Nullable Integer totalAmount,
            @JsonProperty("invoice_payload") @Nullable String invoicePayload,
            @JsonProperty("telegram_payment_charge_id") @Nullable String chargeId) {}
}
