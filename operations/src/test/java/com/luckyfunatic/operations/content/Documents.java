package com.luckyfunatic.operations.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Catalog files in which little is different from the one that comes with the game. */
final class Documents {
    static final Catalog GIVEN = Catalog.of(CatalogLoader.standard());

    private Documents() {}

    /** Returns the file with another version and other texts, each pair an old and a new one. */
    static String version(String version, String... changes) {
        try (InputStream in =
                Objects.requireNonNull(
                        Documents.class.getResourceAsStream("/catalog/default-catalog.yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text = changed(text, "version: \"2026.1\"", "version: \"" + version + "\"");
            for (int i = 0; i < changes.length; i += 2) {
                text = changed(text, changes[i], changes[i + 1]);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String changed(String text, String old, String newer) {
        assertThat(text).contains(old);
        return text.replace(old, newer);
    }
}
