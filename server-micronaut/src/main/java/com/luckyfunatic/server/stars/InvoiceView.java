package com.luckyfunatic.server.stars;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * An invoice in Telegram Stars.
 *
 * @param stars what all of it costs
 * @param invoiceLink what the page hands to {@code Telegram.WebApp.openInvoice}
 * @param payableUntil from this moment on it is not paid any more
 */
@Schema(
        example =
                "{\"listingId\": \"joker_purse\", \"quantity\": 1, \"stars\": 50, \"invoiceLink\":"
                    + " \"https://t.me/$h7v2\", \"payableUntil\": \"2026-11-22T11:00:00.000Z\"}")
public record InvoiceView(
        String listingId, int quantity, int stars, String invoiceLink, Instant payableUntil) {}
