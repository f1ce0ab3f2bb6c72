package com.luckyfunatic.admin.adjust;

import com.luckyfunatic.admin.GivenCredential;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.operations.operator.Credentials;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * An operator who signs in, with the credential that the storage knows; it never comes from the
 * command line.
 */
final class SigningIn {
    @Option(
            names = "--operator",
            paramLabel = "NAME",
            required = true,
            description = "The operator who signs in, as at a server.")
    private String name;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source source;

    /** Where the credential comes from. */
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

    @SuppressWarnings("NullAway.Init") // picocli sets them
    SigningIn() {}

    /**
     * Returns the operator; empty when there is none of the name, the credential is another one, or
     * the operator may do nothing any more.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    Optional<Operator> in(Operators operators) {
        String credential = GivenCredential.text(source.file, source.asked);
        return nameOf(name)
                .flatMap(operators::find)
                .filter(operator -> !operator.disabled())
                .filter(operator -> new Credentials().matches(credential, operator.credential()));
    }

    static Optional<OperatorName> nameOf(String text) {
        try {
            return Optional.of(new OperatorName(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
