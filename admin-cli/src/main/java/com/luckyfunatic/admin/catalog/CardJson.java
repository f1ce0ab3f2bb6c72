package com.luckyfunatic.admin.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.catalog.Catalog;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Writes what cards cost and earn as JSON for scripts. */
final class CardJson {
    private CardJson() {}

    static String of(Catalog catalog) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("version", catalog.version());
            json.writeArrayFieldStart("cards");
            for (CardDefinition card : catalog.cards()) {
                write(card, catalog, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    private static void write(CardDefinition card, Catalog catalog, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", card.id().value());
        json.writeStringField("name", card.name());
        json.writeStringField("category", card.category().value());
        json.writeStringField("currency", card.currency().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("maxLevel", card.maxLevel());
        json.writeArrayFieldStart("levels");
        for (CardEconomy level : CardEconomy.shown(catalog.cardLevels(card.id()))) {
            json.writeStartObject();
            json.writeNumberField("level", level.level());
            json.writeNumberField("price", level.price());
            json.writeNumberField("incomePerHour", level.incomePerHour());
            if (level.paybackHours() == null) {
                json.writeNullField("paybackHours");
            } else {
                json.writeNumberField("paybackHours", level.paybackHours());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
