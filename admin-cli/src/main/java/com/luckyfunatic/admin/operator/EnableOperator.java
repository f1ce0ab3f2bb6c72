package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.Operators;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets an operator sign in again. */
@Command(
        name = "enable",
        description = "Let an operator who was disabled sign in again.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  funatic admin operator enable ada --config server.yaml"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the operator may sign in",
            "1:there is no such operator",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class EnableOperator extends OperatorCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "The operator.")
    private String name;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    EnableOperator() {}

    @Override
    protected void check() {
        name(name);
    }

    @Override
    int run(Operators operators) {
        OperatorName whose = name(name);
        operators.setDisabled(whose, false);
        return show(operators, whose);
    }
}
