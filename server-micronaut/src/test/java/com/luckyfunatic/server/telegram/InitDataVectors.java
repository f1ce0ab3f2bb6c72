package com.luckyfunatic.server.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;

/** The published examples of login data and what is to be answered to each. */
public final class InitDataVectors {
    private InitDataVectors() {}

    public static Stream<JsonNode> all() throws IOException {
        try (InputStream file =
                InitDataVectors.class.getResourceAsStream("/initdata-vectors.json")) {
            return new JsonMapper()
                    .readTree(Objects.requireNonNull(file))
                    .get("vectors")
                    .valueStream();
        }
    }
}
