package com.luckyfunatic.storage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes the fields of catalog files, as the schema describes them, for the reference page. */
final class CatalogReference {
    private static final String REFERENCE = "#/$defs/";
    private static final Set<String> VALUES =
            Set.of("id", "duration", "moment", "currency", "effect");

    private final JsonNode schema = CatalogTrees.schema();
    private final List<Section> sections = new ArrayList<>();

    /** Returns a table for each kind of row, in the order in which they are first named. */
    String markdown() {
        sections.add(new Section("The file", schema));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            texts.add("### " + section.name() + "\n\n" + section(section.row()));
        }
        return String.join("\n", texts);
    }

    private String section(JsonNode row) {
        StringBuilder text = new StringBuilder(row.path("description").asText() + "\n\n");
        if (row.has("oneOf")) {
            for (JsonNode choice : row.path("oneOf")) {
                text.append("- ").append(choice.path("description").asText());
                for (Map.Entry<String, JsonNode> field : choice.path("properties").properties()) {
                    text.append(
                            " `%s` (%s): %s"
                                    .formatted(
                                            field.getKey(),
                                            type(field.getKey(), field.getValue()),
                                            field.getValue().path("description").asText()));
                }
                text.append("\n");
            }
            return text.toString();
        }
        Set<String> required = new TreeSet<>();
        row.path("required").forEach(field -> required.add(field.asText()));
        text.append("| field | value | if left out | meaning |\n|---|---|---|---|\n");
        for (Map.Entry<String, JsonNode> field : row.path("properties").properties()) {
            JsonNode value = field.getValue();
            text.append(
                    "| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    field.getKey(),
                                    type(field.getKey(), value),
                                    missing(field.getKey(), value, required),
                                    description(value)));
        }
        return text.toString();
    }

    private String description(JsonNode value) {
        return (value.has("description") ? value : resolve(value)).path("description").asText();
    }

    private String missing(String name, JsonNode value, Set<String> required) {
        if (required.contains(name)) {
            return "**required**";
        }
        JsonNode standard = value.has("default") ? value : resolve(value);
        if (standard.has("default")) {
            return "`" + standard.path("default").asText() + "`";
        }
        return isList(value) ? "none" : "–";
    }

    private boolean isList(JsonNode value) {
        return resolve(value).path("type").asText().equals("array");
    }

    private String type(String name, JsonNode value) {
        String reference = value.path("$ref").asText().replace(REFERENCE, "");
        if (VALUES.contains(reference)) {
            return words(resolve(value), reference);
        }
        JsonNode meant = resolve(value);
        return switch (meant.path("type").asText()) {
            case "integer" -> number(meant.path("minimum")) + " … " + number(meant.path("maximum"));
            case "string" -> text(meant);
            case "boolean" -> "`true` or `false`";
            case "array" -> "list of " + items(name, meant.path("items"));
            case "object" -> row(reference.isEmpty() ? name : reference, meant);
            default -> words(meant, reference);
        };
    }

    private String items(String name, JsonNode item) {
        String reference = item.path("$ref").asText().replace(REFERENCE, "");
        if (VALUES.contains(reference)) {
            return reference;
        }
        JsonNode meant = resolve(item);
        return meant.path("type").asText().equals("string")
                ? text(meant)
                : row(reference.isEmpty() ? name : reference, meant);
    }

    private String row(String name, JsonNode meant) {
        if (sections.stream().noneMatch(section -> section.name().equals(name))) {
            sections.add(new Section(name, meant));
        }
        return "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")";
    }

    private static String words(JsonNode meant, String otherwise) {
        List<String> words = new ArrayList<>();
        meant.path("enum").forEach(word -> words.add("`" + word.asText() + "`"));
        return words.isEmpty() ? otherwise : String.join(", ", words);
    }

    private static String text(JsonNode meant) {
        return "text, at most " + meant.path("maxLength").asInt() + " characters";
    }

    private static String number(JsonNode bound) {
        return bound.asLong() == (1L << 53) - 1 ? "2^53 − 1" : bound.asText();
    }

    private JsonNode resolve(JsonNode value) {
        return value.has("$ref") ? schema.at(value.path("$ref").asText().substring(1)) : value;
    }

    private record Section(String name, JsonNode row) {}
}
