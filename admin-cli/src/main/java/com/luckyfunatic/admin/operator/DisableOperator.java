package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.Version;
import picocli.CommandLine.Command;

/** Disables an operator. */
@Command(
        name = "disable",
        description = "Disable an operator, who is refused from the next request on.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin operator disable ada --reason 'has left' --config server.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the operator may do nothing any more",
            "1:there is no such operator",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class DisableOperator extends SwitchOperator {
    DisableOperator() {
        super(true);
    }
}
