package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.TextTable;
import com.luckyfunatic.admin.TextTable.Column;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What a server lists, as a table. What has no column is left out; {@code --json} has it.
 *
 * @param nothing what is said of an empty list
 */
public record ListText(String nothing, List<Field> fields) {
    /** Copies the list. */
    public ListText {
        fields = List.copyOf(fields);
    }

    /** Shows these fields. */
    public ListText(String nothing, Field... fields) {
        this(nothing, List.of(fields));
    }

    /** A column, and what of an item is in it. */
    public record Field(Column column, Function<JsonNode, String> text) {
        /** An id, a time or a word. */
        public static Field exact(String heading, String name) {
            return of(Column.exact(heading), name);
        }

        /** A number. */
        public static Field amount(String heading, String name) {
            return of(Column.amount(heading), name);
        }

        /** What somebody has written, or may be long. */
        public static Field text(String heading, String name) {
            return of(Column.text(heading), name);
        }

        private static Field of(Column column, String name) {
            return new Field(column, item -> ThingText.value(item.path(name)));
        }
    }

    /** Returns {@code items} for a terminal with so many columns; empty for no terminal. */
    public String of(JsonNode items, OptionalInt columns) {
        if (items.isEmpty()) {
            return nothing;
        }
        TextTable table = new TextTable(fields.stream().map(Field::column).toList());
        for (JsonNode item : items) {
            table.row(fields.stream().map(field -> field.text().apply(item)).toList());
        }
        return table.fit(columns);
    }
}
