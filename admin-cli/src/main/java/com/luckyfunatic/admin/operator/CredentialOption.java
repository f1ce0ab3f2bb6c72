package com.luckyfunatic.admin.operator;

import com.luckyfunatic.operations.operator.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a credential comes from; never from the command line, which other users can see. */
final class CredentialOption {
    @Option(
            names = "--credential-file",
            paramLabel = "FILE",
            description =
                    "Take the credential from this file, "
                            + Credentials.LENGTH_MIN
                            + " to "
                            + Credentials.LENGTH_MAX
                            + " characters without spaces. Default: make one and show it once.")
    private @Nullable Path file;

    @Option(
            names = "--ask",
            arity = "0",
            interactive = true,
            prompt = "Credential: ",
            description = "Ask for the credential, in place of a file.")
    private char @Nullable [] asked;

    /** Returns whether the program makes the credential, and has to show it. */
    boolean isGenerated() {
        return file == null && asked == null;
    }

    /**
     * Returns the credential.
     *
     * @throws IllegalArgumentException when what was given is none, or given twice
     * @throws UncheckedIOException when the file cannot be read
     */
    String credential(Credentials credentials) {
        if (isGenerated()) {
            return credentials.generate();
        }
        if (file != null && asked != null) {
            throw new IllegalArgumentException("Either --credential-file or --ask, not both.");
        }
        String given = file == null ? String.valueOf(asked) : content(file).strip();
        if (!Credentials.isCredential(given)) {
            throw new IllegalArgumentException(
                    "A credential has "
                            + Credentials.LENGTH_MIN
                            + " to "
                            + Credentials.LENGTH_MAX
                            + " printable ASCII characters without spaces.");
        }
        return given;
    }

    private static String content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2 * Credentials.LENGTH_MAX), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
