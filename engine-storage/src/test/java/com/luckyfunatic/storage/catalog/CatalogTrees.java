package com.luckyfunatic.storage.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The catalog's resources as trees that a test can change, and the way back. */
final class CatalogTrees {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private CatalogTrees() {}

    static JsonNode schema() {
        return read(JSON, "/catalog/catalog.schema.json");
    }

    static JsonNode standard() {
        return read(YAML, "/catalog/default-catalog.yaml");
    }

    static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }

    /** Reads {@code content} as if it stood in a file. */
    static CatalogFile load(JsonNode content) {
        try {
            byte[] text = YAML.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
            return CatalogLoader.parse("content.yaml", new ByteArrayInputStream(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(ObjectMapper mapper, String resource) {
        try (InputStream in =
                Objects.requireNonNull(CatalogTrees.class.getResourceAsStream(resource))) {
            return mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
