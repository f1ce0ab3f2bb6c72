package com.luckyfunatic.storage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.engine.id.TextId;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema that editors use says what the loader reads: neither can drift from the other. */
class CatalogSchemaTest {
    private static final JsonNode SCHEMA = CatalogTrees.schema();

    private static List<Error> validate(JsonNode content) {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SCHEMA);
        return schema.validate(content);
    }

    @Test
    void the_default_catalog_meets_the_schema() {
        assertThat(validate(CatalogTrees.standard())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/cards/0, basePricce, 5",
        "/cards/0, maxLevel, 0",
        "/boosters/0, effect, \"REFILL\"",
        "/boosters/0, dailyLimit, 0",
        "/boosters/1, duration, \"20s\"",
        "/cards/0, id, \"Big\"",
        "/cards/0, name, \"\"",
        "/income, cap, \"P\"",
        "/specialCards/0, effect, true",
        "/frenzy/0, unknown, 1",
    })
    void a_mistake_is_seen_by_the_schema(String row, String field, String value) throws Exception {
        JsonNode content = CatalogTrees.standard();
        ((ObjectNode) content.at(row)).set(field, CatalogTrees.json(value));
        assertThat(validate(content)).isNotEmpty();
    }

    @Test
    void every_field_of_the_content_is_described_and_nothing_else() {
        List<String> differences = new ArrayList<>();
        compare("catalog", CatalogDefinition.class, SCHEMA, differences);
        assertThat(differences).isEmpty();
    }

    /** Compares the fields of a record, and of what it is made of, with those of a schema. */
    private static void compare(
            String at, Class<?> row, JsonNode schema, List<String> differences) {
        if (row.isSealed()) {
            alternatives(at, row, schema, differences);
            return;
        }
        Set<String> described = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(described::add);
        Set<String> fields = new TreeSet<>();
        for (RecordComponent component : row.getRecordComponents()) {
            fields.add(component.getName());
            JsonNode property = resolve(schema.path("properties").path(component.getName()));
            compare(
                    at + "." + component.getName(),
                    component.getGenericType(),
                    property,
                    differences);
        }
        if (!fields.equals(described)) {
            differences.add(at + ": content has " + fields + ", schema has " + described);
        }
        if (!schema.path("additionalProperties").isBoolean()
                || schema.path("additionalProperties").asBoolean()) {
            differences.add(at + ": takes unknown fields");
        }
    }

    private static void compare(String at, Type type, JsonNode schema, List<String> differences) {
        if (schema.path("description").isMissingNode()) {
            differences.add(at + ": has no description");
        }
        if (type instanceof ParameterizedType list) {
            compare(
                    at + "[]",
                    list.getActualTypeArguments()[0],
                    resolve(schema.path("items")),
                    differences);
        } else if (type instanceof Class<?> single && single.isEnum()) {
            Set<String> words = new TreeSet<>();
            Arrays.stream(single.getEnumConstants())
                    .forEach(word -> words.add(word.toString().toLowerCase(Locale.ROOT)));
            Set<String> described = new TreeSet<>();
            schema.path("enum").forEach(word -> described.add(word.asText()));
            if (!words.equals(described)) {
                differences.add(at + ": content has " + words + ", schema has " + described);
            }
        } else if (type instanceof Class<?> single
                && (single.isRecord() || single.isSealed())
                && !TextId.class.isAssignableFrom(single)) {
            compare(at, single, schema, differences);
        }
    }

    /** A sealed type is a choice, one alternative for each of its records. */
    private static void alternatives(
            String at, Class<?> type, JsonNode schema, List<String> differences) {
        List<JsonNode> choices =
                StreamSupport.stream(schema.path("oneOf").spliterator(), false).toList();
        Class<?>[] records = type.getPermittedSubclasses();
        if (choices.size() != records.length) {
            differences.add(at + ": has " + records.length + " kinds, schema " + choices.size());
            return;
        }
        for (int i = 0; i < records.length; i++) {
            compare(at + "#" + records[i].getSimpleName(), records[i], choices.get(i), differences);
        }
    }

    private static JsonNode resolve(JsonNode schema) {
        JsonNode ref = schema.path("$ref");
        return ref.isMissingNode() ? schema : SCHEMA.at(ref.asText().substring(1));
    }
}
