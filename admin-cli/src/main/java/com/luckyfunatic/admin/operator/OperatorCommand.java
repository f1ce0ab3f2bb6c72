package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.operations.StorageOptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command on operators: opens the storage, does its work, closes it. */
abstract class OperatorCommand implements Callable<Integer> {
    @Mixin private StorageOptions storage;

    @Option(names = "--json", description = "Show one JSON object in place of a table.")
    private boolean json;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    OperatorCommand() {}

    /** Does what the command is for; returns the exit code. */
    abstract int run(Operators operators);

    /** Checks what can be checked before anything is opened. */
    void check() {}

    final boolean isJson() {
        return json;
    }

    final void tell(String text) {
        spec.commandLine().getOut().println(text);
    }

    final void complain(String text) {
        spec.commandLine().getErr().println(text);
    }

    /** What to throw when the command line is wrong. */
    final ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), text);
    }

    final OperatorName name(String text) {
        try {
            return new OperatorName(text);
        } catch (IllegalArgumentException e) {
            throw wrong("NAME: " + e.getMessage() + ".");
        }
    }

    /** Shows who {@code name} is after a change; says so when there is nobody. */
    final int show(Operators operators, OperatorName name) {
        Optional<Operator> found = operators.find(name);
        if (found.isEmpty()) {
            complain("There is no operator " + name + ".");
            return ExitCodes.PROBLEMS;
        }
        tell(isJson() ? OperatorView.json(found.get()) : OperatorView.table(List.of(found.get())));
        return ExitCodes.OK;
    }

    @Override
    public final Integer call() {
        check();
        boolean isDistributed = storage.isDistributed();
        if (!isDistributed && !storage.hasEmbeddedGame()) {
            complain("There is no game in " + storage.directory().toAbsolutePath() + ".");
            return ExitCodes.UNAVAILABLE;
        }
        try (GameStorage opened =
                isDistributed ? storage.openDistributed() : storage.openEmbedded()) {
            return run(opened.operators());
        } catch (StorageException e) {
            complain(String.valueOf(e.getMessage()));
            return ExitCodes.UNAVAILABLE;
        }
    }
}
