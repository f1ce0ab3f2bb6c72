package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Operators;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/** A command on operators. */
abstract class OperatorCommand extends StorageCommand {
    /** Does what the command is for; returns the exit code. */
    abstract int run(Operators operators);

    @Override
    protected final int run(GameStorage opened) {
        return run(opened.operators());
    }

    /** What to throw when the command line is wrong. */
    final ParameterException wrong(String text) {
        return new ParameterException(spec().commandLine(), text);
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
}
