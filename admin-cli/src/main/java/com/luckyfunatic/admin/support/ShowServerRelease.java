package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ShownRelease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a release changed. */
@Command(
        name = "release",
        description =
                "Show what is different in a release: against the one before it, or another one.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support release 8 --against 5 --server https://game.example --operator"
                    + " liv --credential-file liv.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was shown",
            "1:there is no such release, or the server refused it",
            "2:the command line is wrong",
            "66:the credential could not be read",
            "69:the server cannot be reached, or not do it now"
        })
final class ShowServerRelease extends ServerCall {
    @Parameters(paramLabel = "N", description = "The number of the release.")
    private long number;

    @Option(names = "--against", paramLabel = "M", description = "The number of another one.")
    private @Nullable Long against;

    @Override
    public Integer call() {
        return hold(new ShownRelease(number, against));
    }
}
