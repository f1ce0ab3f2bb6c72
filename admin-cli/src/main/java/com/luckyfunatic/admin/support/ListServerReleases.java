package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ListText;
import com.luckyfunatic.admin.server.ReleaseText;
import picocli.CommandLine.Command;

/** Lists releases of the content. */
@Command(
        name = "releases",
        description = "List releases of the content, latest first, also those that are planned.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support releases --server https://game.example --operator liv"
                    + " --credential-file liv.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they were listed",
            "1:the server refused it",
            "2:the command line is wrong",
            "66:the credential could not be read",
            "69:the server cannot be reached, or not do it now"
        })
final class ListServerReleases extends ListCommand {
    @Override
    String path() {
        return "catalog/releases";
    }

    @Override
    ListText text() {
        return ReleaseText.ALL;
    }
}
