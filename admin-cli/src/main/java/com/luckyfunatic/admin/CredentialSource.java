package com.luckyfunatic.admin;

import com.luckyfunatic.operations.operator.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where the credential of whoever signs in comes from: a file or a prompt, never the command line,
 * which others can see. For an exclusive group of arguments.
 */
public final class CredentialSource {
    @Option(
            names = "--credential-file",
            paramLabel = "FILE",
            required = true,
            description = "The file with the operator's credential.")
    private @Nullable Path file;

    @Option(
            names = "--ask",
            arity = "0",
            interactive = true,
            prompt = "Credential: ",
            required = true,
            description = "Ask for the credential, in place of a file.")
    private char @Nullable [] asked;

    /** To be filled in by picocli. */
    public CredentialSource() {}

    /**
     * Returns what was given, which may be no credential.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    public String text() {
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
