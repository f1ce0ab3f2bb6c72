package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.SupportClient;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Shows a plan. */
@Command(
        name = "show-plan",
        description = "Show a plan, and what it would come to now.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support show-plan n3Vd0Xq7m2k --server https://game.example --operator"
                    + " bob --credential-file bob.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was shown",
            "1:there is no such plan, or the server refused it",
            "2:the command line is wrong",
            "66:the credential could not be read",
            "69:the server cannot be reached, or not do it now"
        })
final class ShowPlan extends PlanStep {
    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        return client.get(path());
    }
}
