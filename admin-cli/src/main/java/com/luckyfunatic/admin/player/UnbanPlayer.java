package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.OperatorRecord;
import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ChangeOptions;
import com.luckyfunatic.admin.server.Exchange;
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
        footer = {
            "",
            "Examples:",
            "  funatic admin player unban 42 --reason 'ticket 84' --server https://game.example"
                    + " --operator ada --credential-file ada.txt",
            "  funatic admin player unban 42 --reason 'ticket 84' --config server.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the player is not banned",
            "1:there is no such player, the server refused it, or it was not meant",
            "2:the command line or the configuration is wrong",
            "66:the credential could not be read",
            "69:the server or the storage cannot be used now; what was begun may be done"
        })
final class UnbanPlayer extends PlayerChange {
    @Mixin private ReasonOptions why;

    @Mixin private ChangeOptions atServer;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    UnbanPlayer() {}

    @Override
    protected void check() {
        why.require(spec());
    }

    @Override
    Exchange exchange(PlayerAtServer player) {
        return atServer.plan(spec(), player, ChangeOptions.change("unban"), why.reason());
    }

    @Override
    public String action() {
        return "unban";
    }

    @Override
    public String reason() {
        return why.reason();
    }

    @Override
    public OperatorRecord record(GameStorage opened) {
        return why.record(opened);
    }

    @Override
    public void act(GameStorage opened, Profile player, long nowMillis) {
        opened.admissions().unban(player.id());
    }
}
