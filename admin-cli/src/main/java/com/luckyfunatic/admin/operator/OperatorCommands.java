package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on operators. */
@Command(
        name = "operator",
        description = "Say who may help players, and what each may do.",
        subcommands = {
            ListOperators.class,
            AddOperator.class,
            SetRoles.class,
            RenewCredential.class,
            DisableOperator.class,
            EnableOperator.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class OperatorCommands implements Runnable {
    @SuppressWarnings("NullAway.Init") // picocli sets it
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
