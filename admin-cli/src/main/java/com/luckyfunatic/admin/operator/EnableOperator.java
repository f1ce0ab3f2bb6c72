package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.Version;
import picocli.CommandLine.Command;

/** Lets an operator sign in again. */
@Command(
        name = "enable",
        description = "Let an operator who was disabled sign in again.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin operator enable ada --reason 'is back' --config server.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the operator may sign in",
            "1:there is no such operator",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class EnableOperator extends SwitchOperator {
    EnableOperator() {
        super(false);
    }
}
