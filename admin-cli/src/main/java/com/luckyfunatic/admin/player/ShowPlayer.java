package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.Exchange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Shows who a player is and whether they may play. */
@Command(
        name = "show",
        description = "Show who a player is, whether they are banned, and when logins were ended.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin player show 42 --server https://game.example --operator ada"
                    + " --credential-file ada.txt",
            "  funatic admin player show 42 --data-dir ./data",
            "  funatic admin player show --telegram-id 777 --config server.yaml --json"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was shown",
            "1:there is no such player, or the server refused it",
            "2:the command line or the configuration is wrong",
            "66:the credential could not be read",
            "69:the server or the storage cannot be used now"
        })
final class ShowPlayer extends PlayerCommand {
    @Override
    Exchange exchange(PlayerAtServer player) {
        return player;
    }

    @Override
    ChosenPlayer.@Nullable Work work() {
        return null;
    }
}
