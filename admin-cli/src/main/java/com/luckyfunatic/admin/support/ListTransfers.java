package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ListText;
import com.luckyfunatic.admin.server.SupportClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists everybody's transfers to the platform. */
@Command(
        name = "transfers",
        description = "List everybody's transfers to the platform of one status, earliest first.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support transfers --status unknown --server https://game.example"
                    + " --operator bob --credential-file bob.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they were listed",
            "1:the server refused it",
            "2:the command line is wrong",
            "66:the credential could not be read",
            "69:the server cannot be reached, or not do it now"
        })
final class ListTransfers extends ListCommand {
    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "pending, sent, unknown, confirmed or failed. Default: unknown.")
    private @Nullable String status;

    @Override
    String path() {
        return status == null ? "transfers" : "transfers?status=" + SupportClient.part(status);
    }

    @Override
    ListText text() {
        return ShowSupportedPlayer.TRANSFERS;
    }
}
