package com.luckyfunatic.admin.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.luckyfunatic.engine.catalog.CatalogChange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Prints what changed in content, as lines for people or as JSON for scripts. */
final class ChangeLog {
    private ChangeLog() {}

    static void print(List<CatalogChange> changes, boolean asJson, PrintWriter out) {
        if (asJson) {
            out.println(json(changes));
        } else if (changes.isEmpty()) {
            out.println("no difference");
        } else {
            changes.forEach(change -> out.println(change.line()));
        }
    }

    private static String json(List<CatalogChange> changes) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeArrayFieldStart("changes");
            for (CatalogChange change : changes) {
                json.writeStartObject();
                json.writeStringField("kind", change.kind().name().toLowerCase(Locale.ROOT));
                json.writeStringField("row", change.row());
                json.writeStringField("field", change.field());
                json.writeStringField("before", change.before());
                json.writeStringField("after", change.after());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }
}
