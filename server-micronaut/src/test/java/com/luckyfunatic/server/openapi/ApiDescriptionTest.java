package com.luckyfunatic.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.luckyfunatic.server.error.Audience;
import com.luckyfunatic.server.error.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the description of every route, present and future, to the same completeness. */
class ApiDescriptionTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");

    private static JsonNode description;

    /** One route with one method. */
    private record Operation(String name, JsonNode node) {}

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file =
                ApiDescriptionTest.class.getResourceAsStream("/META-INF/swagger/funatic.yml")) {
            description = new YAMLMapper().readTree(Objects.requireNonNull(file));
        }
    }

    @Test
    void every_operation_has_an_id_of_its_own_a_summary_a_tag_and_an_example() {
        List<String> ids = new ArrayList<>();
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations()) {
            JsonNode node = operation.node();
            ids.add(node.path("operationId").asText());
            softly.assertThat(node.path("operationId").asText())
                    .as(operation.name())
                    .matches("[a-z][A-Za-z0-9]+");
            softly.assertThat(node.path("summary").asText()).as(operation.name()).isNotBlank();
            softly.assertThat(node.path("tags").size()).as(operation.name() + " tags").isPositive();
            softly.assertThat(hasExample(node)).as(operation.name() + " has an example").isTrue();
        }
        softly.assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
        softly.assertAll();
    }

    @Test
    void every_operation_names_its_errors_and_all_are_in_the_table_of_codes() {
        Set<String> known =
                Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::word)
                        .collect(Collectors.toSet());
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations()) {
            List<JsonNode> errors = errors(operation.node());
            softly.assertThat(errors).as(operation.name() + " errors").isNotEmpty();
            for (JsonNode error : errors) {
                softly.assertThat(error.path("content").has("application/problem+json"))
                        .as(operation.name() + " answers problems: " + error)
                        .isTrue();
                List<String> codes = codes(error);
                softly.assertThat(codes).as(operation.name() + " codes of " + error).isNotEmpty();
                softly.assertThat(known).as(operation.name()).containsAll(codes);
            }
        }
        softly.assertAll();
    }

    @Test
    void what_only_operators_meet_is_named_by_their_operations_and_by_none_of_players() {
        List<String> only = met(code -> code.metBy() == Audience.OPERATORS);

        assertThat(named(ApiDescriptionTest::isForOperators)).containsAll(only);
        assertThat(named(ApiDescriptionTest::isForPlayers)).doesNotContainAnyElementsOf(only);
    }

    @Test
    void what_only_operations_of_operators_and_of_the_platform_name_is_met_by_no_player() {
        Set<String> only = named(each -> !isForPlayers(each));
        only.removeAll(named(ApiDescriptionTest::isForPlayers));

        assertThat(met(code -> code.metBy() == Audience.PLAYERS)).doesNotContainAnyElementsOf(only);
    }

    private static List<String> met(Predicate<ProblemCode> wanted) {
        return Arrays.stream(ProblemCode.values()).filter(wanted).map(ProblemCode::word).toList();
    }

    private static Set<String> named(Predicate<Operation> wanted) {
        return operations().stream()
                .filter(wanted)
                .flatMap(operation -> errors(operation.node()).stream())
                .flatMap(error -> codes(error).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isForOperators(Operation operation) {
        return takes(operation, ApiDescription.OPERATOR_CREDENTIAL);
    }

    /** Their minigames and those who are nobody yet among them. */
    private static boolean isForPlayers(Operation operation) {
        return !isForOperators(operation) && !takes(operation, ApiDescription.PLATFORM_TOKEN);
    }

    private static boolean takes(Operation operation, String credential) {
        return operation.node().path("security").toString().contains(credential);
    }

    @Test
    void operations_that_take_a_body_say_what_a_bad_one_is_answered() {
        SoftAssertions softly = new SoftAssertions();
        operations().stream()
                .filter(operation -> operation.node().has("requestBody"))
                .forEach(operation ->
                        softly.assertThat(operation.node().path("responses").has("400"))
                                .as(operation.name())
                                .isTrue());
        softly.assertAll();
    }

    @Test
    void every_operation_says_what_any_caller_may_be_answered() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations()) {
            JsonNode responses = operation.node().path("responses");
            softly.assertThat(responses.has("500")).as(operation.name() + " 500").isTrue();
            if (operation.node().has("requestBody")) {
                softly.assertThat(responses.has("413")).as(operation.name() + " 413").isTrue();
                softly.assertThat(responses.has("415")).as(operation.name() + " 415").isTrue();
            }
        }
        softly.assertAll();
    }

    @Test
    void operations_with_a_name_say_how_an_answer_shows_it() {
        List<Operation> named =
                operations().stream()
                        .filter(operation ->
                                operation
                                        .node()
                                        .path("parameters")
                                        .findValuesAsText("name")
                                        .contains("Idempotency-Key"))
                        .toList();
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(named).hasSizeGreaterThanOrEqualTo(7);
        for (Operation operation : named) {
            JsonNode headers = operation.node().at("/responses/200/headers");
            for (String header : List.of("Idempotency-Key", "Idempotency-Hit")) {
                softly.assertThat(resolve(headers.path(header)).path("description").asText())
                        .as(operation.name() + " " + header)
                        .isNotBlank();
            }
            softly.assertThat(
                            resolve(operation.node().at("/responses/422"))
                                    .path("description")
                                    .asText())
                    .as(operation.name() + ": a name that was used for something else")
                    .contains("`idempotency_key_reused`");
        }
        softly.assertAll();
    }

    @Test
    void operations_with_a_token_say_what_a_bad_one_is_answered() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations()) {
            boolean withToken = takes(operation, ApiDescription.PLAYER_TOKEN);
            JsonNode responses = operation.node().path("responses");
            softly.assertThat(!withToken || hasAll(responses, List.of("401", "403", "410")))
                    .as(operation.name())
                    .isTrue();
        }
        softly.assertAll();
    }

    @Test
    void alternatives_are_told_apart_by_their_type() {
        SoftAssertions softly = new SoftAssertions();
        description.path("components").path("schemas").properties().stream()
                .filter(schema -> schema.getValue().has("oneOf"))
                .forEach(schema -> {
                    List<String> types =
                            schema.getValue()
                                    .path("oneOf")
                                    .valueStream()
                                    .map(each -> resolve(each).at("/properties/type/enum"))
                                    .map(JsonNode::toString)
                                    .toList();
                    softly.assertThat(types)
                            .as(schema.getKey())
                            .isNotEmpty()
                            .doesNotHaveDuplicates()
                            .allMatch(type -> type.matches("\\[\"[a-z_]+\"]"));
                });
        softly.assertAll();
    }

    private static boolean hasAll(JsonNode responses, List<String> statuses) {
        return statuses.stream().allMatch(responses::has);
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .filter(method -> METHODS.contains(method.getKey()))
                                .forEach(method ->
                                        operations.add(
                                                new Operation(
                                                        method.getKey() + " " + path.getKey(),
                                                        method.getValue()))));
        return operations;
    }

    private static List<JsonNode> errors(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(response ->
                        response.getKey().startsWith("4") || response.getKey().startsWith("5"))
                .map(response -> resolve(response.getValue()))
                .toList();
    }

    private static List<String> codes(JsonNode error) {
        return CODE.matcher(error.path("description").asText())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** In the answer itself, or in the schema of what it holds. */
    private static boolean hasExample(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> resolve(response.getValue()).path("content").valueStream())
                .anyMatch(content ->
                        content.has("example")
                                || content.has("examples")
                                || schemaHasExample(resolve(content.path("schema"))));
    }

    private static boolean schemaHasExample(JsonNode schema) {
        JsonNode data = resolve(schema.path("properties").path("data"));
        return schema.has("example")
                || data.has("example")
                || resolve(schema.path("items")).has("example")
                || resolve(data.path("items")).has("example");
    }

    private static JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : description.at(reference.substring(1));
    }
}
