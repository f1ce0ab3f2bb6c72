package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.GameStorage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    @Mixin private ReasonOptions why;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    EndPlayerLogins() {}

    @Override
    void act(GameStorage opened, Profile player, long nowMillis) {
        why.record(opened)
                .around(
                        "end_logins",
                        player.id(),
                        null,
                        why.reason(),
                        () -> {
                            opened.admissions().endLogins(player.id(), nowMillis);
                            return ExitCodes.OK;
                        });
    }
}
