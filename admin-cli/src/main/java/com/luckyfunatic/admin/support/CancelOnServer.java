package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.PlanExchange;
import com.luckyfunatic.admin.server.ReleaseChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has a server call off a release that has not come into force. */
@Command(
        name = "cancel-release",
        description = {
            "Call off a release that has not come into force. Given again, it gives the same"
                    + " answer."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support cancel-release 10 --server https://game.example --operator liv"
                    + " --credential-file liv.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is called off, now or before",
            "1:there is no such release, it is in force, or the server refused it",
            "2:the command line is wrong",
            "66:the credential could not be read",
            "69:it may have been called off: ask again"
        })
final class CancelOnServer extends ServerCall {
    @Parameters(paramLabel = "N", description = "The number of the release.")
    private long number;

    @Override
    public Integer call() {
        return hold(ReleaseChange.cancel(spec(), number, PlanExchange.Then.EXECUTE));
    }
}
