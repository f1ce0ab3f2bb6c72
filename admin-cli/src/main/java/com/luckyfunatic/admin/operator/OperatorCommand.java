package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.Operators;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/** A command on operators. */
abstract class OperatorCommand extends StorageCommand {
    /** What to throw when the command line is wrong. */
    final ParameterException wrong(String text) {
        return new ParameterException(spec().commandLine(), text);
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
