package com.luckyfunatic.admin.operator;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.Operators;
import picocli.CommandLine.Parameters;

/** Says whether an operator may sign in. */
abstract class SwitchOperator extends OperatorCommand {
    private final boolean isDisabled;

    @Parameters(index = "0", paramLabel = "NAME", description = "The operator.")
    private String name;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    SwitchOperator(boolean isDisabled) {
        this.isDisabled = isDisabled;
    }

    @Override
    protected final void check() {
        name(name);
    }

    @Override
    final int run(Operators operators) {
        OperatorName whose = name(name);
        operators.setDisabled(whose, isDisabled);
        return show(operators, whose);
    }
}
