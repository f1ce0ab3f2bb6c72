package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.SupportClient;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows how an operation of a player ended. */
@Command(
        name = "operation",
        description = "Show how an operation of a player ended.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support operation 42 0f8fad5b --server https://game.example"
                    + " --operator bob --credential-file bob.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was shown",
            "1:nothing is known of it, or the server refused it",
            "2:the command line is wrong",
            "66:the credential could not be read",
            "69:the server cannot be reached, or not do it now"
        })
final class ShowOperation extends ServerCommand {
    @Parameters(index = "0", paramLabel = "PLAYER", description = "The player's id.")
    private String player;

    @Parameters(index = "1", paramLabel = "OPERATION", description = "The operation's id.")
    private String operation;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    ShowOperation() {}

    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        return client.get(
                "players/"
                        + SupportClient.part(player)
                        + "/operations/"
                        + SupportClient.part(operation));
    }
}
