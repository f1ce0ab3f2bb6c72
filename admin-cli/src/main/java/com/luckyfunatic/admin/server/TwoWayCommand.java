package com.luckyfunatic.admin.server;

import com.luckyfunatic.admin.ActorOption;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.operations.StorageOptions;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * A command that a server carries out under an operator's own name, or this process on the storage.
 * What is said on the command line decides, then what the environment says of a server, then what
 * it says of the storage.
 */
public abstract class TwoWayCommand extends StorageCommand {
    /** How databases are judged, which tells nothing of where they are. */
    private static final String MODE = "--mode";

    private static final String CODE = "--reason-code";
    private static final String SERVER = "--server";

    @Mixin private ServerOptions server;

    @Option(
            names = "--direct",
            description =
                    "Open the storage, in place of asking a server; naming the storage does so,"
                            + " too.")
    private boolean direct;

    /** To be filled in by picocli. */
    @SuppressWarnings("NullAway.Init") // picocli sets them
    protected TwoWayCommand() {}

    /** Returns what a server is asked; checks what can be checked before. */
    protected abstract Talk exchange();

    /** Returns the options that go with the storage alone. */
    protected List<String> ofStorageOnly() {
        return List.of();
    }

    /**
     * Whether an operator can sign in at the storage as well: then who signs in does not say which
     * way is gone, if the storage is named.
     */
    protected boolean takesOperatorDirectly() {
        return false;
    }

    /** Whether the command line says anything of who signs in. */
    protected final boolean isSigningIn() {
        return isGiven(ServerOptions.class, ServerOptions.Source.class);
    }

    /**
     * Makes sure that whoever signs in at the storage has a name and a credential.
     *
     * @throws ParameterException when one of them is missing
     */
    protected final void requireSignIn() {
        try {
            server.requireWhole();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Returns the operator who signs in at the storage itself; empty when it is nobody who may.
     *
     * @throws UncheckedIOException when the credential cannot be read
     */
    protected final Optional<Operator> signedIn(Operators known) {
        return server.in(known);
    }

    /** Returns whom the name of who signs in is of, whoever gave it; empty when it is nobody's. */
    protected final Optional<OperatorName> nameGiven(Operators known) {
        return server.named(known).map(Operator::name);
    }

    @Override
    protected final boolean isDirect() {
        boolean isStorageGiven = direct || isGiven(StorageOptions.class);
        boolean isServerGiven =
                (isStorageGiven && takesOperatorDirectly()) ? isGiven(SERVER) : isSigningIn();
        if (isStorageGiven && isServerGiven) {
            throw wrong("Either a server or the storage, not both.");
        }
        if (isStorageGiven && isGiven(CODE)) {
            throw wrong(CODE + " goes with a server.");
        }
        if (isStorageGiven || isServerGiven) {
            return isStorageGiven;
        }
        if (server.isNamed()) {
            return false;
        }
        if (options().isNamed()) {
            return true;
        }
        throw wrong(
                "Say who signs in at the server (--operator, with --credential-file or --ask), or"
                        + " open the storage here (--direct).");
    }

    /** Whether an option that one of the {@code types} declares stands on the command line. */
    private boolean isGiven(Class<?>... types) {
        List<Class<?>> wanted = Arrays.asList(types);
        return spec().commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> !option.longestName().equals(MODE))
                .anyMatch(option ->
                        option.userObject() instanceof Field field
                                && wanted.contains(field.getDeclaringClass()));
    }

    private boolean isGiven(String option) {
        return spec().commandLine().getParseResult().hasMatchedOption(option);
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec().commandLine(), text);
    }

    @Override
    protected final int byServer() {
        if (isGiven(ActorOption.class)) {
            throw wrong("--by goes with --direct: at a server it is the operator who signs in.");
        }
        for (String option : ofStorageOnly()) {
            if (isGiven(option)) {
                throw wrong(option + " goes with --direct.");
            }
        }
        return new ServerDialog(spec(), server, isJson()).hold(exchange());
    }
}
