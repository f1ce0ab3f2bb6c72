package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.GameStorage;
import picocli.CommandLine.Command;

/** Ends logins. */
@Command(
        name = "end-logins",
        description = {
            "End all logins of a player: every token until now is refused from the next request"
                    + " on. The player may log in again.",
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  funatic admin player end-logins 42 --config server.yaml"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the logins have ended",
            "1:there is no such player",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class EndPlayerLogins extends PlayerCommand {
    @Override
    void act(GameStorage opened, Profile player, long nowMillis) {
        opened.admissions().endLogins(player.id(), nowMillis);
    }
}
