package com.luckyfunatic.admin.adjust;

import com.luckyfunatic.admin.CredentialSource;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.operations.operator.Credentials;
import java.io.UncheckedIOException;
import java.util.Optional;
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
    private CredentialSource source;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    SigningIn() {}

    /**
     * Returns the operator; empty when there is none of the name, the credential is another one, or
     * the operator may do nothing any more.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    Optional<Operator> in(Operators operators) {
        String credential = source.text();
        return nameOf(name)
                .flatMap(operators::find)
                .filter(operator -> !operator.disabled())
                .filter(operator ->
                        new Credentials().matches(credential, operator.credential()));
    }

    static Optional<OperatorName> nameOf(String text) {
        try {
            return Optional.of(new OperatorName(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
