package com.luckyfunatic.admin.server;

import com.luckyfunatic.admin.GivenCredential;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.operations.operator.Credentials;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which server, and as whom; the credential never comes from the command line. */
public final class ServerOptions {
    private static final String USUAL = "http://127.0.0.1:8080";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:FUNATIC_SERVER}",
            description =
                    "The server, such as https://game.example (FUNATIC_SERVER). Without TLS only"
                            + " on this machine. Default: "
                            + USUAL
                            + ".")
    private @Nullable String server;

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            defaultValue = "${env:FUNATIC_OPERATOR}",
            description = "The operator who signs in (FUNATIC_OPERATOR).")
    private @Nullable String operator;

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private @Nullable Source source;

    /**
     * Where the credential comes from. The processor of picocli takes the class of a group once
     * only.
     */
    static final class Source {
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
    }

    /** To be filled in by picocli. */
    public ServerOptions() {}

    /** Whether anything is said about a server, here or by the environment. */
    boolean isNamed() {
        return isSaid(server) || isSaid(operator) || source != null;
    }

    private static boolean isSaid(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /**
     * Returns the server's address, without a path.
     *
     * @throws IllegalArgumentException when it is none, or would show the credential to others
     */
    URI server() {
        URI uri = URI.create(server != null && isSaid(server) ? server.strip() : USUAL);
        String host = uri.getHost();
        if (host == null || uri.getRawQuery() != null || !uri.getRawPath().matches("/?")) {
            throw new IllegalArgumentException(
                    "--server is an address such as https://game.example.");
        }
        boolean isSafe = "https".equals(uri.getScheme()) || THIS_MACHINE.contains(host);
        if (!isSafe || !Set.of("http", "https").contains(uri.getScheme())) {
            throw new IllegalArgumentException(
                    "--server must begin with https://, else others could read the credential.");
        }
        return uri.resolve("/");
    }

    /**
     * Returns who signs in.
     *
     * @throws IllegalArgumentException when that is no name
     */
    OperatorName operator() {
        if (operator == null || operator.isBlank()) {
            throw new IllegalArgumentException("Missing required option: '--operator=NAME'");
        }
        return new OperatorName(operator.strip());
    }

    /**
     * Returns the operator who signs in at the storage itself; empty when there is none of the
     * name, the credential is another one, or the operator may do nothing any more.
     *
     * @throws IllegalArgumentException when the name or the credential is missing
     * @throws UncheckedIOException when the file cannot be read
     */
    Optional<Operator> in(Operators operators) {
        requireWhole();
        Source given = Objects.requireNonNull(source);
        String credential = GivenCredential.text(given.file, given.asked);
        return named(operators)
                .filter(known -> !known.disabled())
                .filter(known -> new Credentials().matches(credential, known.credential()));
    }

    /** Returns whom the name that was given is of, whoever gave it; empty when it is nobody's. */
    Optional<Operator> named(Operators operators) {
        return Optional.ofNullable(operator)
                .map(String::strip)
                .filter(OperatorName::isName)
                .map(OperatorName::new)
                .flatMap(operators::find);
    }

    /**
     * Makes sure that there is a name and a credential.
     *
     * @throws IllegalArgumentException when one of them is missing
     */
    void requireWhole() {
        if (!isSaid(operator)) {
            throw new IllegalArgumentException("Missing required option: '--operator=NAME'");
        }
        if (source == null) {
            throw new IllegalArgumentException(
                    "Missing required option: '--credential-file=FILE', or '--ask'");
        }
    }

    /**
     * Returns the credential.
     *
     * @throws IllegalArgumentException when it is none
     * @throws UncheckedIOException when the file cannot be read
     */
    String credential() {
        if (source == null) {
            throw new IllegalArgumentException(
                    "Missing required option: '--credential-file=FILE', or '--ask'");
        }
        String given = GivenCredential.text(source.file, source.asked);
        if (!Credentials.isCredential(given)) {
            throw new IllegalArgumentException("That is no operator's credential.");
        }
        return given;
    }
}
