package com.luckyfunatic.storage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** One random change of content: a number, a text, a field or a row. */
final class Mutation {
    private static final List<Long> NUMBERS =
            List.of(
                    -1L,
                    0L,
                    1L,
                    2L,
                    100L,
                    101L,
                    10_000L,
                    500_001L,
                    1_000_000L,
                    1_000_000_000L,
                    (long) Integer.MAX_VALUE,
                    (1L << 53) - 1,
                    1L << 53,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE);
    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "x",
                    "x".repeat(5_000),
                    "PT0S",
                    "-PT1S",
                    "P365D",
                    "PT1S",
                    "P400D",
                    "PT0.0001S",
                    "springy_gloves",
                    "luck_engine",
                    "gear",
                    "income_multiply",
                    "refill_energy",
                    "jokers",
                    "free",
                    "square",
                    "doubling",
                    "+1000000000-01-01T00:00:00Z");

    private Mutation() {}

    static void apply(JsonNode content, RandomGenerator random) {
        List<ContainerNode<?>> places = new ArrayList<>();
        collect(content, places);
        switch (places.get(random.nextInt(places.size()))) {
            case ArrayNode list -> change(list, random);
            case ObjectNode row -> change(row, random);
            default -> throw new IllegalStateException("neither a list nor a row");
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> places) {
        if (node instanceof ContainerNode<?> container && !container.isEmpty()) {
            places.add(container);
            container.forEach(child -> collect(child, places));
        }
    }

    private static void change(ArrayNode list, RandomGenerator random) {
        int at = random.nextInt(list.size());
        switch (random.nextInt(3)) {
            case 0 -> list.remove(at);
            case 1 -> list.add(list.get(at).deepCopy());
            default -> list.insert(random.nextInt(list.size()), list.remove(at));
        }
    }

    private static void change(ObjectNode row, RandomGenerator random) {
        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        JsonNode value = row.get(name);
        if (random.nextInt(8) == 0) {
            row.remove(name);
        } else if (value.isIntegralNumber()) {
            row.set(name, LongNode.valueOf(number(value.asLong(), random)));
        } else if (value.isTextual()) {
            row.set(name, TextNode.valueOf(TEXTS.get(random.nextInt(TEXTS.size()))));
        }
    }

    private static long number(long value, RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case 1 -> value + random.nextInt(-2, 3);
            default -> value * (1L << random.nextInt(40));
        };
    }
}
