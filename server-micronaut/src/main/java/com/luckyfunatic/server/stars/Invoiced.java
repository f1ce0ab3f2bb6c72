package com.luckyfunatic.server.stars;

import org.jspecify.annotations.Nullable;

/** Compares what Telegram says of a payment with the invoice that it was for. */
final class Invoiced {
    /** How Telegram writes the currency of Stars. */
    static final String STARS = "XTR";

    private Invoiced() {}

    /**
     * Returns what the invoice was for; null when it is none of ours, or another amount than it
     * says.
     */
    static @Nullable InvoiceClaims read(
            InvoicePayloads payloads,
            @Nullable String payload,
            @Nullable String currency,
            @Nullable Integer amount) {
        InvoiceClaims claims = payload == null ? null : payloads.read(payload);
        return claims != null
                        && STARS.equals(currency)
                        && amount != null
                        && amount == claims.total()
                ? claims
                : null;
    }
}
