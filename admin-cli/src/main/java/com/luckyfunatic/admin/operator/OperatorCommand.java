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
            return complainOfNobody(name);
        }
        tell(
                isJson()
                        ? OperatorView.json(found.get())
                        : OperatorView.table(List.of(found.get())).fit(columns()));
        return ExitCodes.OK;
    }

    /** Says that there is no operator {@code name}; returns the exit code. */
    final int complainOfNobody(OperatorName name) {
        complain("There is no operator " + name + ".");
        return ExitCodes.PROBLEMS;
    }

    /** Shows who somebody is with another credential, and the credential if nobody else will. */
    final void show(Operator operator, CredentialOption source, String credential) {
        if (isJson()) {
            tell(
                    source.isShown()
                            ? OperatorView.json(operator, credential)
                            : OperatorView.json(operator));
            return;
        }
        tell(OperatorView.table(List.of(operator)).fit(columns()));
        String told = source.told(credential);
        if (!told.isEmpty()) {
            tell("");
            tell(told);
        }
    }
}
