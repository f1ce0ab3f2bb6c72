package com.luckyfunatic.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.server.fuzz.DescribedApi.Operation;
import com.luckyfunatic.server.fuzz.DescribedApi.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests out of what is described: mostly well-formed ones, with values that answers had
 * before, and some that are wrong in one place. The same generator makes the same requests of the
 * same answers.
 */
final class GeneratedRequests {
    private static final int REMEMBERED_MAX = 4_000;
    private static final int WORD_MAX = 300;
    private static final List<String> ODD_WORDS =
            List.of(
                    "",
                    " ",
                    "0",
                    "-1",
                    "1",
                    "20",
                    "9007199254740991",
                    "9007199254740992",
                    "9223372036854775808",
                    "NaN",
                    "null",
                    "true",
                    "me",
                    "../..",
                    "a/b",
                    "%",
                    "%00",
                    "\u0000",
                    "\uD83C\uDFB2",
                    "\uD800",
                    "'; DROP TABLE player;--",
                    "{{7*7}}",
                    "x".repeat(65),
                    "x".repeat(2_000),
                    "2026-01-01T00:00:00Z",
                    "~odd");
    private static final List<String> BROKEN =
            List.of(
                    "",
                    "{",
                    "[]",
                    "null",
                    "\"x\"",
                    "5",
                    "{\"a\":1,\"a\":2}",
                    "{\"a\":1}}",
                    "\u0000");

    private final DescribedApi api;
    private final RandomGenerator random;
    private final List<String> remembered = new ArrayList<>();

    GeneratedRequests(DescribedApi api, RandomGenerator random, List<String> words) {
        this.api = api;
        this.random = random;
        remembered.addAll(words);
    }

    /**
     * A request.
     *
     * @param target path and query, encoded
     * @param headers beside those of the caller
     * @param body null for none
     */
    record Request(
            Operation operation,
            String target,
            Map<String, String> headers,
            @Nullable String body) {}

    Request next(Operation operation) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        Map<String, String> headers = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            switch (parameter.in()) {
                case "path" ->
                        path = path.replace("{" + parameter.name() + "}", encoded(segment()));
                case "query" -> {
                    if (random.nextBoolean()) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(parameter.name())
                                .append('=')
                                .append(encoded(word()));
                    }
                }
                case "header" -> {
                    if (random.nextInt(4) > 0) {
                        headers.put(parameter.name(), headerValue());
                    }
                }
                default -> throw new IllegalStateException(parameter.toString());
            }
        }
        return new Request(operation, path + query, headers, body(operation));
    }

    /** Takes over the words of an answer: names, cursors, tokens for later requests. */
    void learn(JsonNode answer) {
        if (answer.isTextual() && answer.textValue().length() <= WORD_MAX) {
            if (remembered.size() < REMEMBERED_MAX) {
                remembered.add(answer.textValue());
            } else {
                remembered.set(random.nextInt(REMEMBERED_MAX), answer.textValue());
            }
        }
        answer.forEach(this::learn);
    }

    private @Nullable String body(Operation operation) {
        if (operation.body().isMissingNode()) {
            return null;
        }
        if (random.nextInt(20) == 0) {
            return pick(BROKEN);
        }
        JsonNode value = value(operation.body(), 0);
        if (value instanceof ObjectNode object && random.nextInt(4) == 0) {
            spoil(object);
        }
        return value.toString();
    }

    private void spoil(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.add("unknown");
        String name = pick(names);
        switch (random.nextInt(7)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, random.nextLong());
            case 3 -> object.put(name, 1.5);
            case 4 -> object.put(name, word());
            case 5 -> object.putArray(name).add(1);
            default -> object.putObject(name).put("a", 1);
        }
    }

    private JsonNode value(JsonNode described, int depth) {
        JsonNode schema = api.resolve(described);
        if (schema.path("nullable").asBoolean() && random.nextInt(6) == 0) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        if (schema.has("allOf")) {
            return value(schema.get("allOf").get(0), depth);
        }
        return switch (schema.path("type").asText()) {
            case "integer", "number" -> number(schema);
            case "boolean" -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case "array" -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                for (int i = random.nextInt(3); i > 0 && depth < 5; i--) {
                    list.add(value(schema.path("items"), depth + 1));
                }
                yield list;
            }
            case "string" ->
                    JsonNodeFactory.instance.textNode(
                            schema.has("example") && random.nextInt(4) == 0
                                    ? schema.get("example").asText()
                                    : word());
            default -> object(schema, depth);
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (depth < 5) {
            schema.path("properties")
                    .properties()
                    .forEach(each -> {
                        if (random.nextInt(8) > 0) {
                            object.set(each.getKey(), value(each.getValue(), depth + 1));
                        }
                    });
        }
        return object;
    }

    private JsonNode number(JsonNode schema) {
        long least = schema.path("minimum").asLong(-10);
        long most = schema.path("maximum").asLong(Long.MAX_VALUE);
        long number =
                switch (random.nextInt(8)) {
                    case 0 -> least;
                    case 1 -> most;
                    case 2 -> least - 1;
                    case 3 -> most + 1;
                    case 4 -> schema.path("example").asLong(1);
                    case 5 -> random.nextLong();
                    default -> random.nextInt(50);
                };
        return JsonNodeFactory.instance.numberNode(number);
    }

    private String headerValue() {
        String word = word().replaceAll("[^\\x21-\\x7e]", "");
        return word.isEmpty() ? "key-" + random.nextInt(50) : word;
    }

    /** A segment of a path: an empty one would be another path. */
    private String segment() {
        String word = word();
        return word.isEmpty() || word.equals(".") || word.equals("..") ? "x" : word;
    }

    private String word() {
        return random.nextInt(5) == 0 ? pick(ODD_WORDS) : pick(remembered);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
