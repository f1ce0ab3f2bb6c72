package com.luckyfunatic.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a generated reference page with the committed one; {@code -Dfunatic.docs.write=true}
 * renews it.
 */
public final class GeneratedPage {
    private static final Path DIRECTORY = Path.of("../docs/reference");

    private GeneratedPage() {}

    public static void assertUpToDate(String fileName, String generated) {
        Path page = DIRECTORY.resolve(fileName);
        try {
            if (Boolean.getBoolean("funatic.docs.write")) {
                Files.createDirectories(DIRECTORY);
                Files.writeString(page, generated);
            }
            assertThat(Files.readString(page))
                    .as("%s is stale; renew it with -Dfunatic.docs.write=true", page)
                    .isEqualTo(generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
