package com.luckyfunatic.benchmarks.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * An operator whom the servers under test know. Immutable.
 *
 * @param name under which the operator signs in
 * @param credentialFile holds the credential, as {@code admin} reads it
 */
public record LoadOperator(String name, Path credentialFile) {
    private static final String NAME = "liv";
    private static final String CREDENTIAL = "a-credential-of-a-benchmark";

    /**
     * Adds one by {@code ./funatic admin}.
     *
     * @param settings of a server that is to know the operator; with embedded storage it must not
     *     run now
     * @param roles separated by commas
     * @param credentialFile is written
     */
    public static LoadOperator add(ServerSettings settings, String roles, Path credentialFile)
            throws IOException, InterruptedException {
        Files.writeString(credentialFile, CREDENTIAL);
        List<String> line =
                List.of(
                        Path.of("funatic").toAbsolutePath().toString(),
                        "admin",
                        "operator",
                        "add",
                        NAME,
                        "--role",
                        roles,
                        "--reason",
                        "for a benchmark",
                        "--credential-file",
                        credentialFile.toString());
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        settings.replace(builder.environment());
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("no operator was added: " + code);
        }
        return new LoadOperator(NAME, credentialFile);
    }

    /** What a request of theirs is authorized by. */
    public String authorization() {
        String both = name + ":" + CREDENTIAL;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
