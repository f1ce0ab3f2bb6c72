package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.Operators;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what an operator may do. */
@Command(
        name = "roles",
        description =
                "Give an operator these roles in place of those before, from the next request on.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin operator roles ada --role support-lead --config server.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the operator has these roles",
            "1:there is no such operator",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class SetRoles extends OperatorCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "The operator.")
    private String name;

    @Mixin private RoleOption role;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    SetRoles() {}

    @Override
    protected void check() {
        name(name);
        try {
            role.roles();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    @Override
    int run(Operators operators) {
        OperatorName whose = name(name);
        operators.setRoles(whose, role.roles());
        return show(operators, whose);
    }
}
