package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.PlanExchange;
import com.luckyfunatic.admin.server.ReleaseChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a server bring the content of an earlier release back. */
@Command(
        name = "rollback",
        description = "Bring the content of an earlier release back, as a new release.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support rollback 7 --reason 'prices of 8 are wrong' --server"
                    + " https://game.example --operator liv --credential-file liv.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is published, or would be",
            "1:there is no such release, players could lose something, or the server refused it",
            "2:the command line is wrong",
            "66:the credential could not be read",
            "69:it may have been published: look at the releases"
        })
final class RestoreOnServer extends ReleaseStep {
    @Parameters(paramLabel = "N", description = "The number of the release.")
    private long number;

    @Option(
            names = "--accept-losses",
            description = "Publish it although players could lose something.")
    private boolean acceptsLosses;

    @Override
    ReleaseChange change(ReleaseChange.Terms terms, PlanExchange.Then then) {
        return ReleaseChange.restore(spec(), number, acceptsLosses, terms, then);
    }
}
