package com.luckyfunatic.storage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.catalog.CatalogProblem;
import com.luckyfunatic.engine.catalog.CatalogValidator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The ranges of the schema are those of the validator: one step outside is refused by both. */
class SchemaRangeTest {
    private static final JsonNode SCHEMA = CatalogTrees.schema();

    /** Returns one place in the default catalog for each number that the schema describes. */
    static Stream<Arguments> numbers() {
        Map<String, Arguments> found = new TreeMap<>();
        collect("", "", "", SCHEMA, CatalogTrees.standard(), found);
        return found.values().stream();
    }

    private static void collect(
            String kind,
            String pointer,
            String row,
            JsonNode schema,
            JsonNode content,
            Map<String, Arguments> found) {
        JsonNode ref = schema.path("$ref");
        JsonNode here = ref.isMissingNode() ? schema : SCHEMA.at(ref.asText().substring(1));
        if (here.path("type").asText().equals("integer")) {
            found.putIfAbsent(
                    kind,
                    Arguments.of(
                            row,
                            pointer,
                            here.path("minimum").asLong(),
                            here.path("maximum").asLong()));
        }
        for (JsonNode choice : here.path("oneOf")) {
            if (choice.path("required").path(0).asText().equals(firstField(content))) {
                collect(kind + firstField(content), pointer, row, choice, content, found);
            }
        }
        for (int i = 0; content.isArray() && i < content.size(); i++) {
            JsonNode item = content.get(i);
            JsonNode name = item.has("id") ? item.get("id") : item.path("type");
            String label = name.isMissingNode() ? "" : " " + name.asText();
            collect(
                    kind + "[]",
                    pointer + "/" + i,
                    row + "[" + i + label + "]",
                    here.path("items"),
                    item,
                    found);
        }
        here.path("properties")
                .properties()
                .forEach(property -> {
                    String name = property.getKey();
                    if (content.has(name)) {
                        collect(
                                kind + "." + name,
                                pointer + "/" + name,
                                row.isEmpty() ? name : row + "." + name,
                                property.getValue(),
                                content.get(name),
                                found);
                    }
                });
    }

    private static String firstField(JsonNode content) {
        return content.isObject() ? content.fieldNames().next() : "";
    }

    @ParameterizedTest(name = "{0}: {2} to {3}")
    @MethodSource("numbers")
    void a_number_outside_is_refused_and_one_at_the_edge_is_in_range(
            String row, String pointer, long min, long max) {
        assertThat(reasons(row, pointer, min - 1)).isNotEmpty();
        assertThat(reasons(row, pointer, max + 1)).isNotEmpty();
        assertThat(reasons(row, pointer, min)).noneMatch(SchemaRangeTest::isOutOfRange);
        assertThat(reasons(row, pointer, max)).noneMatch(SchemaRangeTest::isOutOfRange);
    }

    /** What depends on other rows is worded otherwise. */
    private static boolean isOutOfRange(String reason) {
        return reason.matches("must be -?\\d+ to -?\\d+, was -?\\d+");
    }

    private static List<String> reasons(String row, String pointer, long value) {
        JsonNode content = CatalogTrees.standard();
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) content.at(pointer.substring(0, slash));
        parent.set(pointer.substring(slash + 1), LongNode.valueOf(value));
        try {
            return CatalogValidator.validate(CatalogTrees.load(content).definition()).stream()
                    .filter(problem -> problem.row().equals(row))
                    .map(CatalogProblem::reason)
                    .toList();
        } catch (CatalogFileException e) {
            return e.problems().stream()
                    .filter(problem -> problem.path().equals(row))
                    .map(CatalogFileProblem::reason)
                    .toList();
        }
    }
}
