package com.luckyfunatic.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.luckyfunatic.server.api.IdempotencyKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds the routes that change something and take no key against the decision that says why each of
 * them needs none.
 */
class KeylessRoutesTest {
    private static final Path DECISION =
            Path.of("../docs/decisions/0121-which-routes-take-no-idempotency-key.md");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+ /[^`]*)` \\| \\S.* \\|");
    private static final Set<String> CHANGING = Set.of("post", "put", "patch", "delete");

    @Test
    void what_takes_no_key_is_decided_and_what_is_decided_takes_none() throws IOException {
        assertThat(keyless())
                .as("routes that change something and take no key, as %s lists them", DECISION)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(decided());
    }

    private static List<String> decided() throws IOException {
        return Files.readAllLines(DECISION).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .toList();
    }

    private static Set<String> keyless() throws IOException {
        Set<String> keyless = new TreeSet<>();
        for (var path : description().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (CHANGING.contains(operation.getKey()) && !takesKey(operation.getValue())) {
                    keyless.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            }
        }
        return keyless;
    }

    private static boolean takesKey(JsonNode operation) {
        List<String> parameters = new ArrayList<>();
        operation.path("parameters").forEach(each -> parameters.add(each.path("name").asText()));
        return parameters.contains(IdempotencyKeys.HEADER);
    }

    private static JsonNode description() throws IOException {
        try (InputStream file =
                KeylessRoutesTest.class.getResourceAsStream("/META-INF/swagger/funatic.yml")) {
            return new YAMLMapper().readTree(Objects.requireNonNull(file));
        }
    }
}
