package com.luckyfunatic.server.telegram.bot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Makes a link under which {@code stars} can be paid, once or never. A second link instead of one
 * whose answer was lost is only another offer.
 */
public record CreateInvoiceLink(StarInvoice invoice) implements BotMethod<String> {
    private static final String STARS = "XTR";

    @Override
    public String name() {
        return "createInvoiceLink";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of(
                "title",
                invoice.title(),
                "description",
                invoice.description(),
                "payload",
                invoice.payload(),
                "provider_token",
                "",
                "currency",
                STARS,
                "prices",
                List.of(Map.of("label", invoice.title(), "amount", invoice.stars())));
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public String read(JsonNode result) {
        String link = result.asText();
        if (!result.isTextual() || !link.startsWith("https://")) {
            throw new IllegalArgumentException("not a link");
        }
        return link;
    }
}
