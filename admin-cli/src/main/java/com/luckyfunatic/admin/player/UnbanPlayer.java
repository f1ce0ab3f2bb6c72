package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.GameStorage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lifts a ban. */
@Command(
        name = "unban",
        description = {
            "Lift the ban of a player, who may play from the next request on; tokens that have not"
                    + " expired work again.",
            "Of a player who is not banned it is no error."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  funatic admin player unban 42 --config server.yaml"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the player is not banned",
            "1:there is no such player",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class UnbanPlayer extends PlayerCommand {
    @Mixin private ReasonOptions why;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    UnbanPlayer() {}

    @Override
    void act(GameStorage opened, Profile player, long nowMillis) {
        why.record(opened)
                .around(
                        "unban",
                        player.id(),
                        null,
                        why.reason(),
                        () -> {
                            opened.admissions().unban(player.id());
                            return ExitCodes.OK;
                        });
    }
}
