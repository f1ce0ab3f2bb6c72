package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Operators;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
            "  funatic admin operator roles ada --role support-lead --reason 'leads support'"
                    + " --config server.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the operator has these roles",
            "1:there is no such operator",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class SetRoles extends OperatorChange {
    @Mixin private RoleOption role;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    SetRoles() {
        super(OperatorAction.SET_ROLES);
    }

    @Override
    protected void check() {
        super.check();
        try {
            role.roles();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    @Override
    String detail() {
        return role.toString();
    }

    @Override
    int change(GameStorage opened, OperatorName operator) {
        Operators operators = opened.operators();
        operators.setRoles(operator, role.roles());
        return show(operators, operator);
    }
}
