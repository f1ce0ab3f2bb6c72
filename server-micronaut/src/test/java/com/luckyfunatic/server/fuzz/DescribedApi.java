package com.luckyfunatic.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The API as its description has it: what can be asked, and what an answer must look like. */
final class DescribedApi {
    private static final String LOCATION = "urn:funatic:api";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode description;
    private final SchemaRegistry schemas;

    private DescribedApi(JsonNode description) {
        this.description = description;
        String text = withNulls(description).toString();
        schemas =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemas(Map.of(LOCATION, text)));
    }

    /** A parameter of an operation: its name, and {@code path}, {@code query} or {@code header}. */
    record Parameter(String name, String in) {}

    /**
     * One route with one method.
     *
     * @param path with places for path parameters in braces
     * @param callers the security schemes, all of which are needed; none for anyone
     * @param body the schema of the body; missing for none
     * @param answers the documented statuses
     */
    record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            Set<String> callers,
            JsonNode body,
            Set<String> answers) {
        String name() {
            return method + " " + path;
        }
    }

    static DescribedApi read() {
        try (InputStream file =
                DescribedApi.class.getResourceAsStream("/META-INF/swagger/funatic.yml")) {
            return new DescribedApi(new YAMLMapper().readTree(Objects.requireNonNull(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .filter(method -> METHODS.contains(method.getKey()))
                                .forEach(method ->
                                        all.add(
                                                operation(
                                                        method.getKey(),
                                                        path.getKey(),
                                                        method.getValue()))));
        return all;
    }

    private Operation operation(String method, String path, JsonNode node) {
        Set<String> answers = new TreeSet<>();
        node.path("responses").fieldNames().forEachRemaining(answers::add);
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                elements(node.path("parameters"))
                        .map(each ->
                                new Parameter(each.path("name").asText(), each.path("in").asText()))
                        .toList(),
                elements(node.path("security"))
                        .flatMap(each -> each.properties().stream())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)),
                node.at("/requestBody/content/application~1json/schema"),
                answers);
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Returns what {@code node} refers to, or itself. */
    JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = description.at(found.get("$ref").textValue().substring(1));
        }
        return found;
    }

    /** Returns what is wrong with the answer {@code json} of {@code type}; nothing when all is. */
    List<String> problems(Operation operation, int status, String type, JsonNode json) {
        String at =
                "/paths/"
                        + operation.path().replace("~", "~0").replace("/", "~1")
                        + "/"
                        + operation.method().toLowerCase(Locale.ROOT)
                        + "/responses/"
                        + status;
        JsonNode answer = description.at(at);
        if (answer.has("$ref")) {
            at = answer.get("$ref").textValue().substring(1);
            answer = description.at(at);
        }
        if (!answer.path("content").has(type)) {
            return List.of(type + " is not described");
        }
        String pointer = at + "/content/" + type.replace("/", "~1") + "/schema";
        return schemas
                .getSchema(SchemaLocation.of(LOCATION + "#" + encode(pointer)))
                .validate(json)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** Braces and the like have to be escaped where a pointer stands in an address. */
    private static String encode(String pointer) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : pointer.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) each;
            if (Character.isLetterOrDigit(c) || "/~-_.".indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", each));
            }
        }
        return encoded.toString();
    }

    /** JSON Schema has no {@code nullable}: it is another type that the value may have. */
    private static JsonNode withNulls(JsonNode node) {
        if (node instanceof ArrayNode list) {
            ArrayNode changed = JsonNodeFactory.instance.arrayNode();
            list.forEach(each -> changed.add(withNulls(each)));
            return changed;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(each -> changed.set(each.getKey(), withNulls(each.getValue())));
        if (!changed.path("nullable").asBoolean()) {
            return changed;
        }
        changed.remove("nullable");
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        either.putArray("anyOf").add(changed).addObject().put("type", "null");
        return either;
    }
}
