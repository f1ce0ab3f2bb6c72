package com.luckyfunatic.server.openapi;

import static com.luckyfunatic.server.GeneratedPage.assertUpToDate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Writes the page of routes from the API description. */
class RoutesReferenceTest {
    private static final Map<String, String> CALLERS =
            Map.of(
                    "playerToken", "player",
                    "minigameToken", "minigame",
                    "platformToken", "platform",
                    "operatorCredential", "operator",
                    "webhookSecret", "Telegram",
                    "apiKey", "key");

    private static final String INTRODUCTION =
            """
            # Routes

            Written from the API description by a test. A server shows the whole of it, with every field and error, at `/swagger-ui`; the document is `/swagger/funatic.yml`.

            *Who*: what the caller shows – the token of a login (player), of a minigame's page with its key (minigame, key), of the platform, an operator's credential, Telegram's secret. *Key*: whether
            the route takes an `Idempotency-Key`, under which a repeat has no further effect. Codes of errors are [here](errors.md).
            """;

    @Test
    void the_page_names_every_route() throws IOException {
        JsonNode description = read();
        Map<String, List<String>> rows = new TreeMap<>();
        description
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method ->
                                        rows.computeIfAbsent(
                                                        method.getValue().at("/tags/0").asText(),
                                                        tag -> new ArrayList<>())
                                                .add(
                                                        row(
                                                                method.getKey(),
                                                                path.getKey(),
                                                                method.getValue()))));
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (JsonNode tag : description.path("tags")) {
            page.append(
                    section(
                            tag,
                            Objects.requireNonNull(
                                    rows.remove(tag.path("name").asText()),
                                    () -> "no route is tagged " + tag)));
        }
        if (!rows.isEmpty()) {
            throw new AssertionError("these tags say nothing of themselves: " + rows.keySet());
        }
        assertUpToDate("routes.md", page.toString());
    }

    private static JsonNode read() throws IOException {
        try (InputStream file =
                RoutesReferenceTest.class.getResourceAsStream("/META-INF/swagger/funatic.yml")) {
            return new YAMLMapper().readTree(Objects.requireNonNull(file));
        }
    }

    private static String section(JsonNode tag, List<String> rows) {
        String name = tag.path("name").asText();
        return """

        ## %s

        %s.

        | route | what it does | who | key |
        |---|---|---|---|
        %s
        """
                .formatted(
                        Character.toUpperCase(name.charAt(0)) + name.substring(1),
                        tag.path("description").asText(),
                        rows.stream().sorted().collect(Collectors.joining("\n")));
    }

    private static String row(String method, String path, JsonNode operation) {
        boolean takesKey =
                StreamSupport.stream(operation.path("parameters").spliterator(), false)
                        .anyMatch(each -> each.path("name").asText().equals("Idempotency-Key"));
        return "| `%s` `%s` | %s | %s | %s |"
                .formatted(
                        method.toUpperCase(Locale.ROOT),
                        path,
                        operation.path("summary").asText(),
                        callers(operation.path("security")),
                        takesKey ? "yes" : "");
    }

    private static String callers(JsonNode security) {
        String named =
                StreamSupport.stream(security.spliterator(), false)
                        .flatMap(each -> each.properties().stream())
                        .map(each -> CALLERS.getOrDefault(each.getKey(), each.getKey()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return named.isEmpty() ? "anyone" : named;
    }
}
