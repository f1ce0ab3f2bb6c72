package com.luckyfunatic.admin.operator;

import com.luckyfunatic.operations.OwnerOnly;
import com.luckyfunatic.operations.operator.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where a credential comes from, and where one that was made goes; never from the command line,
 * which other users can see.
 */
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

    @Option(
            names = "--new-credential-file",
            paramLabel = "FILE",
            description =
                    "Write the credential that is made into this file, which must not exist and"
                            + " which only you can read then, and do not show it.")
    private @Nullable Path newFile;

    /** Returns whether the program makes the credential, and has to show it. */
    boolean isShown() {
        return isGenerated() && newFile == null;
    }

    private boolean isGenerated() {
        return file == null && asked == null;
    }

    /**
     * Returns the credential.
     *
     * @throws IllegalArgumentException when what was given is none, or given twice, or the file for
     *     a new one exists
     * @throws UncheckedIOException when the file cannot be read
     */
    String credential(Credentials credentials) {
        if (Stream.of(file, asked, newFile).filter(Objects::nonNull).count() > 1) {
            throw new IllegalArgumentException(
                    "Only one of --credential-file, --ask and --new-credential-file.");
        }
        if (newFile != null && Files.exists(newFile, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException(
                    "There is a file "
                            + newFile
                            + ": --new-credential-file does not write over it.");
        }
        if (isGenerated()) {
            return credentials.generate();
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

    /**
     * Writes the credential into the file for a new one, if there is to be one. Before it comes
     * into force: nobody could find it out again.
     *
     * @throws UncheckedIOException when it cannot be written, or somebody has made it meanwhile
     */
    void keep(String credential) {
        if (newFile == null) {
            return;
        }
        try {
            Files.createFile(newFile, OwnerOnly.attributes());
            Files.writeString(newFile, credential + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(newFile.toString(), e);
        }
    }

    /**
     * Takes back what {@link #keep} did, since the credential has not come into force.
     *
     * @throws UncheckedIOException when it cannot be deleted
     */
    void forget() {
        if (newFile == null) {
            return;
        }
        try {
            Files.delete(newFile);
        } catch (IOException e) {
            throw new UncheckedIOException(newFile.toString(), e);
        }
    }

    /** Returns what to say of the credential; empty where it was given. */
    String told(String credential) {
        if (newFile != null) {
            return "The credential is in " + newFile + ".";
        }
        return isShown() ? "Credential, shown this once: " + credential : "";
    }

    private static String content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2 * Credentials.LENGTH_MAX), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
