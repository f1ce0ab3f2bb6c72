package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.PlanExchange;
import com.luckyfunatic.admin.server.ReleaseChange;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has a server publish a catalog file as a release. */
@Command(
        name = "publish",
        description = {
            "Publish a catalog file as a release, and tell what is different in it. Servers switch"
                    + " to it without a restart.",
            "",
            "What players may own cannot vanish from the content, and tournaments that are"
                    + " announced must find what they need."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin support publish summer.yaml --reason 'summer prices' --dry-run"
                    + " --server https://game.example --operator liv --credential-file liv.txt",
            "  funatic admin support publish summer.yaml --reason 'summer prices'"
                    + " --at 2026-06-21T00:00:00Z --server https://game.example --operator liv"
                    + " --credential-file liv.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is published, or would be",
            "1:the file has problems, players could lose something, or the server refused it",
            "2:the command line is wrong",
            "66:the file or the credential could not be read",
            "69:it may have been published: look at the releases"
        })
final class PublishOnServer extends ReleaseStep {
    @Parameters(paramLabel = "FILE", description = "A catalog in YAML.")
    private Path file;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    PublishOnServer() {}

    @Override
    ReleaseChange change(ReleaseChange.Terms terms, PlanExchange.Then then) {
        return ReleaseChange.publish(spec(), file, terms, then);
    }
}
