package com.luckyfunatic.admin;

import com.luckyfunatic.operations.operator.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The credential of whoever signs in: of a file or a prompt, never of the command line. */
public final class GivenCredential {
    private GivenCredential() {}

    /**
     * Returns what was given, which may be no credential.
     *
     * @param asked what was typed, if there is no file
     * @throws UncheckedIOException when the file cannot be read
     */
    public static String text(@Nullable Path file, char @Nullable [] asked) {
        if (file != null) {
            return content(file).strip();
        }
        return asked == null ? "" : String.valueOf(asked).strip();
    }

    private static String content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2 * Credentials.LENGTH_MAX), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
