package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.CommandGroup;
import com.luckyfunatic.admin.Version;
import java.util.List;
import picocli.CommandLine.Command;

/** Groups the commands on operators. */
@Command(
        name = "operator",
        description = "Say who may help players, and what each may do.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class OperatorCommands extends CommandGroup {
    @Override
    protected List<Class<?>> commands() {
        return List.of(
                ListOperators.class,
                AddOperator.class,
                SetRoles.class,
                RenewCredential.class,
                DisableOperator.class,
                EnableOperator.class);
    }
}
